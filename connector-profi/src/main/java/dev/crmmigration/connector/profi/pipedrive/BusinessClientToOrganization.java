package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.Places;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes an organization of every client that is a business, never a person; part of the first two rows of the table. */
public final class BusinessClientToOrganization extends ProfiRow {

    public BusinessClientToOrganization() {
        super(0, "Client that is a business -> Organization");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "e-mail address and phone of a business",
                "organizations have no such fields",
                "the fields Email__c and Phone__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.distinct(CLIENT, "kind").contains("business")) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder organizations =
                MappingPart.Records.from(CLIENT).to(ORGANIZATION).where(client.isBusiness());
        if (client.merges()) {
            organizations.sameAs("same_as").orderBy("duplicate_rank");
        }
        if (export.has(CLIENT, "created_at")) {
            organizations.orderBy("created_at");
        }
        Fields fields = new Fields(export, CLIENT, ORGANIZATION)
                .set("name", client.businessName())
                .set("add_time", "created_at", "created_at")
                .set("address", Places.address(client::of), Places.columns())
                .custom("Email__c", FieldType.TEXT, client.of("email"), "email")
                .custom("Phone__c", FieldType.TEXT, client.of("phone"), "phone");
        return List.of(fields.into(organizations).build());
    }
}
