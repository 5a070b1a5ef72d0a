package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.AccountText;
import dev.crmmigration.connector.nextcrm.mapping.Birthday;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.ContactText;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes a person of every contact. */
public final class ContactToPerson extends NextCrmRow {

    private static final String CONTACT = "contact";
    private static final List<String> NETWORKS =
            List.of("twitter", "facebook", "linkedin", "skype", "instagram", "youtube", "tiktok");

    public ContactToPerson() {
        super(1, "Contact -> Person", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(NextCrmChoices.EXTRACTION, NextCrmChoices.DUPLICATE_CONTACTS);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Birthday());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "job title, birthday, social networks",
                        "Pipedrive has fields for them only after contact sync is set up, or none at all",
                        "custom fields; a birthday that is no date stays as text in 'NextCRM birthday (as written)'"),
                new Loss(
                        "merged duplicates",
                        "a person has one value a field",
                        "the values of the contact that was made first"),
                new Loss(
                        "company of a contact that is deleted in NextCRM",
                        "a deleted account does not move",
                        "the person has no organization"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(CONTACT)) {
            return List.of();
        }
        RecordsBuilder persons =
                MappingPart.Records.from(CONTACT).to(PERSON).orderBy(business.column(CONTACT, "created"));
        if (ContactText.merges(business)) {
            persons.sameAs(ContactText.sameAs(business));
        }
        Fields fields = new Fields(business, CONTACT, PERSON)
                .set("name", ContactText.name(business))
                .set(
                        "emails",
                        "contactPoints(contactPoint(" + business.column(CONTACT, "email") + ", \"work\"), contactPoint("
                                + business.column(CONTACT, "personal_email") + ", \"home\"))")
                .set(
                        "phones",
                        "contactPoints(contactPoint(" + business.column(CONTACT, "office_phone")
                                + ", \"work\"), contactPoint(" + business.column(CONTACT, "mobile_phone")
                                + ", \"mobile\"))")
                .set("add_time", "created", "created");
        fields.set("org_id", AccountText.ofContact(business, ACCOUNT_TO_ORGANIZATION));
        custom(fields, business, account);
        return List.of(fields.into(persons).build());
    }

    private static void custom(Fields fields, Business business, DestinationView account) {
        if (account.takes(PERSON, "job_title", FieldType.TEXT)) {
            fields.set("job_title", "position", "position");
        } else {
            fields.custom("NextCRM position", FieldType.TEXT, "position", "position");
        }
        fields.custom("NextCRM birthday", FieldType.DATE, Birthday.OF_BIRTHDAY, "birthday")
                .custom(
                        "NextCRM birthday (as written)",
                        FieldType.TEXT,
                        "case(present(" + Birthday.OF_BIRTHDAY + ") => null, else => birthday)",
                        "birthday")
                .custom("NextCRM website", FieldType.TEXT, "website", "website")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description");
        NETWORKS.stream()
                .map(network -> "social_" + network)
                .filter(column -> business.fills(CONTACT, column))
                .forEach(column -> fields.custom("NextCRM " + column.substring(7), FieldType.TEXT, column));
        fields.custom("NextCRM subscription status", FieldType.TEXT, "subscription_status", "subscription_status")
                .custom("NextCRM source", FieldType.TEXT, "source", "source")
                .custom(
                        "NextCRM address",
                        FieldType.ADDRESS,
                        "address(join(\", \", " + business.column(CONTACT, "address_line_1") + ", "
                                + business.column(CONTACT, "address_line_2") + "), " + business.column(CONTACT, "city")
                                + ", "
                                + business.column(CONTACT, "state") + ", " + business.column(CONTACT, "postal_code")
                                + ", "
                                + business.column(CONTACT, "country") + ")",
                        "address_line_1",
                        "city",
                        "country");
        if (business.has(CONTACT, "contact_type")) {
            fields.pickList(
                    "NextCRM contact type",
                    FieldType.CHOICE,
                    business.options(CONTACT, "contact_type"),
                    "contact_type");
        }
        fields.custom("NextCRM active", FieldType.TEXT, "case(eq(status, false) => \"no\", else => \"yes\")", "status");
    }
}
