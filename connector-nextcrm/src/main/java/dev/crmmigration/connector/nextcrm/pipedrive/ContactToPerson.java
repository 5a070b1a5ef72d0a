package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.connector.nextcrm.pipedrive.Account.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import java.util.List;

/** Makes a person of every contact. */
public final class ContactToPerson extends NextCrmRow {

    private static final String CONTACT = "contact";
    private static final List<String> NETWORKS =
            List.of("twitter", "facebook", "linkedin", "skype", "instagram", "youtube", "tiktok");

    public ContactToPerson() {
        super(CONTACT_TO_PERSON, 1, "Contact -> Person", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.EXTRACTION, Choices.DUPLICATE_CONTACTS);
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
    List<MappingPart> parts(Business business, Account account) {
        if (!business.has(CONTACT)) {
            return List.of();
        }
        RecordsBuilder persons =
                MappingPart.Records.from(CONTACT).to(PERSON).orderBy(business.field(CONTACT, "created"));
        if (business.has(CONTACT, "email") && !business.chose(Choices.DUPLICATE_CONTACTS, "keep")) {
            persons.sameAs(
                    business.chose(Choices.DUPLICATE_CONTACTS, "merge")
                            ? "normalEmail(email)"
                            : "case(empty(email) => null, else => concat(normalEmail(email), \"|\", normal("
                                    + name(business) + ")))");
        }
        Fields fields = new Fields(business, CONTACT, PERSON)
                .set("name", name(business))
                .set(
                        "emails",
                        "contactPoints(contactPoint(" + business.field(CONTACT, "email") + ", \"work\"), contactPoint("
                                + business.field(CONTACT, "personal_email") + ", \"home\"))")
                .set(
                        "phones",
                        "contactPoints(contactPoint(" + business.field(CONTACT, "office_phone")
                                + ", \"work\"), contactPoint(" + business.field(CONTACT, "mobile_phone")
                                + ", \"mobile\"))")
                .set("add_time", "created", "created");
        fields.set("org_id", AccountToOrganization.ofContact(business));
        custom(fields, business, account);
        return List.of(fields.into(persons).build());
    }

    private static String name(Business business) {
        return "coalesce(join(\" \", " + business.field(CONTACT, "first_name") + ", "
                + business.field(CONTACT, "last_name") + "), " + business.field(CONTACT, "email") + ", "
                + business.field(CONTACT, "personal_email") + ", concat(\"Contact \", $id))";
    }

    private static void custom(Fields fields, Business business, Account account) {
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
                        "address(join(\", \", " + business.field(CONTACT, "address_line_1") + ", "
                                + business.field(CONTACT, "address_line_2") + "), " + business.field(CONTACT, "city")
                                + ", "
                                + business.field(CONTACT, "state") + ", " + business.field(CONTACT, "postal_code")
                                + ", "
                                + business.field(CONTACT, "country") + ")",
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
