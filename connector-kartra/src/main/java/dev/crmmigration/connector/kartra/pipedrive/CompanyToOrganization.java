package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.LABELS;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.kartra.mapping.ContactText;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.CommonChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.List;

/** Makes an organization of every company that contacts name, and of every contact that names none. */
public final class CompanyToOrganization extends KartraRow {

    private static final String SINGLE_PERSON = "Single person";

    public CompanyToOrganization() {
        super(2, "Company -> Organization", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.WITHOUT_COMPANY);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "spelling of company",
                "Kartra has no companies, only a text on each contact",
                "spellings that differ in case, spaces or marks are one organization, named as the contact that joined"
                        + " first has it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        ContactText contact = contacts(export);
        boolean companies = export.has(CONTACT, "company");
        boolean singles = !export.chose(Choices.WITHOUT_COMPANY, CommonChoices.NONE);
        if (!export.has(CONTACT) || !(companies || singles)) {
            return List.of();
        }
        RecordsBuilder organizations =
                MappingPart.Records.from(CONTACT).to(ORGANIZATION).derivedBy(contact.organizationKey());
        if (export.has(CONTACT, "created")) {
            organizations.orderBy("created").set("add_time", "created");
        }
        String company = companies ? contact.company() : "null";
        organizations.set("name", "coalesce(" + company + ", " + contact.displayName() + ")");
        if (singles) {
            organizations
                    .needs(SchemaElement.option(ObjectType.of(ORGANIZATION), LABELS, SINGLE_PERSON))
                    .add(LABELS, "case(present(" + company + ") => null, else => list(\"Single person\"))");
        }
        return List.of(organizations.build());
    }
}
