package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.Places;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes one organization of every company, however many clients belong to it. */
public final class ClientOrganizationToOrganization extends ProfiRow {

    public ClientOrganizationToOrganization() {
        super(2, "Client Organization -> Organization");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "website, industry",
                        "some accounts have no such fields of organizations",
                        "the fields of the account where it has them, else Website__c and Industry__c"),
                new Loss("domain, phone", "organizations have no such fields", "Domain__c and Phone__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(Export.ORGANIZATION)) {
            return List.of();
        }
        RecordsBuilder organizations =
                MappingPart.Records.from(Export.ORGANIZATION).to(ORGANIZATION);
        if (export.has(Export.ORGANIZATION, "created_at")) {
            organizations.orderBy("created_at");
        }
        Fields fields = new Fields(export, Export.ORGANIZATION, ORGANIZATION)
                .set(
                        "name",
                        "coalesce(" + export.column(Export.ORGANIZATION, "name") + ", concat(\"Organization \", $id))")
                .set("add_time", "created_at", "created_at")
                .set("address", Places.address(column -> export.column(Export.ORGANIZATION, column)), Places.columns())
                .custom("Domain__c", FieldType.TEXT, "domain", "domain")
                .custom("Phone__c", FieldType.TEXT, "phone", "phone");
        if (account.takes(ORGANIZATION, "website", FieldType.TEXT)) {
            fields.set("website", "website", "website");
        } else {
            fields.custom("Website__c", FieldType.TEXT, "website", "website");
        }
        // The industries of an account are a list of its own, so a field of ours keeps Profi's words.
        if (export.fills(Export.ORGANIZATION, "industry")) {
            fields.custom("Industry__c", FieldType.TEXT, "industry");
        }
        return List.of(fields.into(organizations).build());
    }
}
