package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a contact of every lead that is no contact yet, or writes leads into a CSV file. */
public final class LeadToContact extends FreshsalesRow {

    private static final String FROM = "lead";

    public LeadToContact() {
        super(BEYOND, "Lead -> Contact", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.LEADS);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "leads",
                        "accounts of the suite have no leads",
                        "contacts in the lifecycle stage that the plan says, with status, source and type"
                                + " in custom fields"),
                new Loss(
                        "leads with the address of a contact",
                        "NextCRM does not say when a lead becomes a contact",
                        "the contact stands for both"),
                new Loss(
                        "company of a lead",
                        "it is a text, and the company was never a customer",
                        "the custom field 'NextCRM company', no account"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        Leads leads = new Leads(business);
        if (!leads.move()) {
            return List.of(document(business));
        }
        Fields fields = new Fields(business, FROM, CONTACT)
                .set("first_name", "firstName", "firstName")
                .set(
                        "last_name",
                        "coalesce(lastName, case(empty(firstName) => coalesce(company, email, concat(\"Lead \", $id)),"
                                + " else => null))")
                .set("emails", "contactPoints(contactPoint(email, \"work\"))", "email")
                .set("work_number", "dialable(phone)", "phone")
                .set("job_title", "jobTitle", "jobTitle")
                .custom(
                        "NextCRM other phones",
                        FieldType.TEXT,
                        "case(empty(dialable(phone)) => phone, else => null)",
                        "phone")
                .custom("NextCRM company", FieldType.TEXT, "company", "company")
                .custom("NextCRM lead status", FieldType.TEXT, "lead_status", "lead_status")
                .custom("NextCRM lead source", FieldType.TEXT, "lead_source", "lead_source")
                .custom("NextCRM lead type", FieldType.TEXT, "lead_type", "lead_type")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .moment(account, CREATED, "createdAt", "createdAt");
        if (business.has("account")) {
            fields.set("sales_accounts", "list(" + accountOf(business, "account") + ")", "account");
        }
        return List.of(
                fields.into(MappingPart.Records.from(FROM)
                                .to(CONTACT)
                                .where(leads.isNew())
                                .sameAs("normalEmail(email)")
                                .orderBy(business.column(FROM, "createdAt")))
                        .build(),
                MappingPart.Contribution.fold(
                        CONTACT_TO_CONTACT, FROM, "not(" + leads.isNew() + ")", leads.contact(), List.of()));
    }

    private static MappingPart document(Business business) {
        List<MappingPart.Document.Column> columns = new ArrayList<>();
        for (String column : List.of(
                "firstName",
                "lastName",
                "company",
                "jobTitle",
                "email",
                "phone",
                "lead_status",
                "lead_source",
                "lead_type",
                "owner_email",
                "createdAt",
                "description")) {
            if (business.has(FROM, column)) {
                columns.add(MappingPart.Document.Column.of(column, column));
            }
        }
        return MappingPart.Document.of(
                FROM,
                "true",
                "leads",
                "A line for each lead, for which Freshsales has no place.",
                columns.toArray(MappingPart.Document.Column[]::new));
    }
}
