package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes an organization of every company that clients only name; part of the second row of the table. */
public final class CompanyNameToOrganization extends ProfiRow {

    public CompanyNameToOrganization() {
        super(0, "Company name of a client -> Organization");
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of company names",
                "clients that only name a company have no key of it",
                "spellings that differ in case, spaces or marks are one organization, named as the client that came first"
                        + " has it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.fills(CLIENT, "organization_name")) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder organizations = MappingPart.Records.from(CLIENT)
                .to(ORGANIZATION)
                .where(client.isPerson())
                .derivedBy(client.companyKey())
                .set("name", "trim(" + client.of("organization_name") + ")");
        if (export.has(CLIENT, "created_at")) {
            organizations.orderBy("created_at").set("add_time", "created_at");
        }
        return List.of(organizations.build());
    }
}
