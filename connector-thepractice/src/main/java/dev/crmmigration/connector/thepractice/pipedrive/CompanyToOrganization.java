package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_COMPANY;
import static dev.crmmigration.connector.thepractice.mapping.Export.COMPANY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.CompanyText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes one organization of every company, relates those of one client, and names all of a client's on its person. */
public final class CompanyToOrganization extends PracticeRow {

    public CompanyToOrganization() {
        super(2, "Client Company / Associated Business -> Organization");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "several companies of one client",
                        "a person has one organization",
                        "the first one as organization of the person, the others related to it, all names in Companies__c"),
                new Loss(
                        "role and title of a client in a company",
                        "relationships of organizations have none",
                        "they stand behind the name in Companies__c"),
                new Loss(
                        "website, industry, domain, phone",
                        "some accounts have no such fields of organizations",
                        "the field of the account for the website where it has one; else Website__c, Industry__c, Domain__c and"
                                + " Phone__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(COMPANY)) {
            parts.add(organizations(export, account));
        }
        if (export.fills(CLIENT, "company_names")) {
            Fields names = new Fields(export, CLIENT, PERSON)
                    .custom("Companies__c", FieldType.TEXT, CompanyText.names(export));
            parts.add(MappingPart.Contribution.to(CLIENT_TO_PERSON, CLIENT, names.mappings(), names.schema()));
        }
        if (export.has(CLIENT_COMPANY)) {
            parts.add(relationships());
        }
        CompanyText.foldInto(parts, export, CLIENT_TO_PERSON);
        return parts;
    }

    private static MappingPart organizations(Export export, DestinationView account) {
        RecordsBuilder organizations = MappingPart.Records.from(COMPANY).to(ORGANIZATION);
        if (export.has(COMPANY, "created_at")) {
            organizations.orderBy("created_at");
        }
        String address =
                "address(" + export.columns(COMPANY, "address_line1", "city", "state", "postal_code", "country") + ")";
        Fields fields = new Fields(export, COMPANY, ORGANIZATION)
                .set("name", "coalesce(" + export.column(COMPANY, "name") + ", concat(\"Company \", $id))")
                .set("add_time", "created_at", "created_at")
                .set("address", address, "address_line1", "city", "state", "postal_code", "country")
                .custom("Domain__c", FieldType.TEXT, "domain", "domain")
                .custom("Phone__c", FieldType.TEXT, "phone", "phone")
                .custom("Industry__c", FieldType.TEXT, "industry", "industry");
        if (account.takes(ORGANIZATION, "website", FieldType.TEXT)) {
            fields.set("website", "website", "website");
        } else {
            fields.custom("Website__c", FieldType.TEXT, "website", "website");
        }
        return fields.into(organizations).build();
    }

    /** Two clients of the same two companies make one relationship; a first company has none. */
    private static MappingPart relationships() {
        return MappingPart.Records.from(CLIENT_COMPANY)
                .to("organizationRelationship")
                .part("related")
                .where("present(relates_from)")
                .derivedBy("concat(relates_from, \" \", relates_to)")
                .set("type", "\"related\"")
                .set("rel_owner_org_id", "link(CompanyToOrganization, relates_from)")
                .set("rel_linked_org_id", "link(CompanyToOrganization, relates_to)")
                .build();
    }
}
