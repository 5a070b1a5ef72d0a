package dev.crmmigration.connector.nextcrm.freshsales;

import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.nextcrm.mapping.Birthday;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.ContactText;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes a contact of every contact. */
public final class ContactToContact extends FreshsalesRow {

    private static final String FROM = "contact";
    private static final List<String> NETWORKS = List.of("skype", "instagram", "youtube", "tiktok");

    public ContactToContact() {
        super(1, "Contact -> Contact", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                NextCrmChoices.EXTRACTION, NextCrmChoices.DUPLICATE_CONTACTS, Choices.PHONE, Choices.SHARED_EMAIL);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new Birthday(), new Dialable());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "birthday, further social networks",
                        "Freshsales has no fields for them",
                        "custom fields; a birthday that is no date stays as text in 'NextCRM birthday (as written)'"),
                new Loss(
                        "creation time of contacts",
                        "Freshsales stamps the import",
                        "'NextCRM created', with date and time if the account has such a field, else the"
                                + " day and the exact moment as text"),
                new Loss(
                        "contacts without an e-mail address",
                        "a stock account demands one",
                        "they are refused and listed, unless the account no longer demands it"),
                new Loss(
                        "contacts who share an e-mail address",
                        "Freshsales takes each address once",
                        "all but the first wait, and the reason names the first; or they go without it"),
                new Loss(
                        "further phones, and phones that are no numbers",
                        "there is one number of a kind, and other text is thrown away",
                        "the field 'NextCRM other phones'"),
                new Loss(
                        "merged duplicates",
                        "a contact has one value a field",
                        "the values of the contact that was made first"),
                new Loss(
                        "company of a contact that is deleted in NextCRM",
                        "a deleted account does not move",
                        "the contact has no account"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        if (!business.has(FROM)) {
            return List.of();
        }
        RecordsBuilder contacts = MappingPart.Records.from(FROM).to(CONTACT).orderBy(business.column(FROM, "created"));
        if (ContactText.merges(business)) {
            contacts.sameAs(ContactText.sameAs(business));
        }
        SharedEmail shared = new SharedEmail(business);
        Fields fields = new Fields(business, FROM, CONTACT)
                .set("first_name", "first_name", "first_name")
                .set(
                        "last_name",
                        PersonFields.lastName(
                                business.column(FROM, "first_name"),
                                business.column(FROM, "last_name"),
                                ContactText.name(business)))
                .set("emails", shared.emails())
                .set("sales_accounts", shared.accountsOrHold())
                .set("job_title", "position", "position")
                .set(
                        "address",
                        "join(\", \", " + business.columns(FROM, "address_line_1", "address_line_2") + ")",
                        "address_line_1")
                .set("city", "city", "city")
                .set("state", "state", "state")
                .set("zipcode", "postal_code", "postal_code")
                .set("country", "country", "country")
                .moment(account, CREATED, "created", "created");
        if (business.has(FROM, "email") && business.chose(Choices.SHARED_EMAIL, "field")) {
            fields.custom("NextCRM shared e-mail", FieldType.TEXT, shared.address());
        }
        Phones.addTo(fields, business, FROM, List.of("office_phone"), "mobile_phone");
        custom(fields, business);
        return List.of(fields.into(contacts).build());
    }

    private static void custom(Fields fields, Business business) {
        for (String network : List.of("facebook", "twitter", "linkedin")) {
            fields.set(network, "social_" + network, "social_" + network);
        }
        NETWORKS.stream()
                .filter(network -> business.fills(FROM, "social_" + network))
                .forEach(network -> fields.custom("NextCRM " + network, FieldType.TEXT, "social_" + network));
        fields.custom("NextCRM birthday", FieldType.DATE, Birthday.OF_BIRTHDAY, "birthday")
                .custom(
                        "NextCRM birthday (as written)",
                        FieldType.TEXT,
                        "case(present(" + Birthday.OF_BIRTHDAY + ") => null, else => birthday)",
                        "birthday")
                .custom("NextCRM website", FieldType.TEXT, "website", "website")
                .custom("NextCRM description", FieldType.LONG_TEXT, "description", "description")
                .custom("NextCRM subscription status", FieldType.TEXT, "subscription_status", "subscription_status")
                .custom("NextCRM source", FieldType.TEXT, "source", "source")
                .pickList(
                        "NextCRM contact type",
                        FieldType.CHOICE,
                        business.options(FROM, "contact_type"),
                        business.column(FROM, "contact_type"))
                .custom(
                        "NextCRM active",
                        FieldType.TEXT,
                        "case(eq(status, false) => \"no\", else => \"yes\")",
                        "status");
    }
}
