package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.PersonText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a person of every lead that is no contact yet. */
public final class LeadToPerson extends NextCrmRow {

    private static final String FROM = "lead";

    public LeadToPerson() {
        super(BEYOND, "Lead -> Person", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Loss> losses() {
        return List.of(new Loss(
                "leads with the address of a contact",
                "NextCRM does not say when a lead becomes a contact",
                "the contact's person stands for both"));
    }

    /** Returns, over a lead, the contact with its address. */
    static String contact(Business business) {
        return new PersonText(business, PEOPLE).sameContact("email");
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        String isNew = "not(present(" + contact(business) + "))";
        Fields fields = new Fields(business, FROM, PERSON)
                .set("name", "coalesce(join(\" \", firstName, lastName), company, email, concat(\"Lead \", $id))")
                .set("emails", "contactPoints(contactPoint(email, \"work\"))")
                .set("phones", "contactPoints(contactPoint(phone, \"work\"))")
                .set("add_time", "createdAt", "createdAt")
                .custom("NextCRM position", FieldType.TEXT, "jobTitle", "jobTitle")
                .custom("NextCRM company", FieldType.TEXT, "company", "company");
        if (business.has("account")) {
            fields.set("org_id", "link(AccountToOrganization, " + business.live("account", "account") + ")", "account");
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(MappingPart.Records.from(FROM)
                        .to(PERSON)
                        .where(isNew)
                        .sameAs("normalEmail(email)")
                        .orderBy(business.column(FROM, "createdAt")))
                .build());
        if (business.chose(Choices.LEADS, "persons")) {
            parts.add(MappingPart.Contribution.fold(
                    CONTACT_TO_PERSON, FROM, "not(" + isNew + ")", contact(business), List.of()));
        }
        return parts;
    }
}
