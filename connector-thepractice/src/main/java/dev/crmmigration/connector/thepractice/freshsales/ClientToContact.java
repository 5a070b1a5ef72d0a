package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientFields;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.ContactList;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes a contact of every client, in the order in which they came. */
public final class ClientToContact extends FreshsalesRow {

    public ClientToContact() {
        super(1, "Client / Contact -> Contact");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PHONE, Choices.SHARED_EMAIL);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new ContactList(), new Dialable(), new FirstTen());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time of contacts",
                        "Freshsales stamps the import",
                        "the field " + CREATED_AT + ", with date and time if the account has such a field, else the day"
                                + " and the exact moment as text"),
                new Loss(
                        "clients without an e-mail address",
                        "a stock account demands one",
                        "they wait until they have one, or until the account no longer demands it"),
                new Loss(
                        "clients who share an e-mail address",
                        "Freshsales takes each address once",
                        "all but the first wait, and the reason names the first; or they go without it"),
                new Loss(
                        "clients of one address and one name",
                        "a contact has one value a field",
                        "the values of the one that was changed last, blanks filled from the others; all addresses, phones,"
                                + " companies and tags, and everything that belongs to any of them"),
                new Loss(
                        "further phones, and phones that are no numbers",
                        "there is one number of a kind, and other text is thrown away",
                        "the field Other_Phones__c"),
                new Loss(
                        "birthday, Instagram, website, time zone",
                        "Freshsales has no such fields of contacts, and zones of its own names",
                        "Birthday__c, Instagram_URL__c, Website_URL__c and Time_Zone__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT)) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder contacts = MappingPart.Records.from(CLIENT).to(CONTACT);
        if (client.merges()) {
            contacts.sameAs("same_as").orderBy("duplicate_rank");
        }
        Fields fields = new Fields(export, CLIENT, CONTACT);
        fields.set("first_name", client.of("first_name"), "first_name")
                .set(
                        "last_name",
                        PersonFields.lastName(client.of("first_name"), client.of("last_name"), client.displayName()));
        reach(fields, export, client);
        about(fields, export, account, client);
        return List.of(
                inOrder(fields.into(contacts), export, CLIENT, "created_at").build());
    }

    private static void reach(Fields fields, Export export, ClientText client) {
        SharedEmail shared = new SharedEmail(export, client);
        fields.set("emails", shared.emails(), "email", "secondary_emails")
                .set("sales_accounts", shared.accountsOrHold());
        shared.into(fields);
        if (export.has(CLIENT, "phone")) {
            PersonFields.phones(fields, export.chose(Choices.PHONE, "mobile"), client.allPhones());
        }
    }

    private static void about(Fields fields, Export export, DestinationView account, ClientText client) {
        PersonFields.address(fields, client::of);
        PersonFields.networks(fields, client::of);
        fields.set("job_title", client.of("job_title"), "job_title")
                .moment(account, CREATED_AT, "created_at", "created_at")
                .custom("Source_System_ID__c", FieldType.TEXT, "$id")
                .custom("Birthday__c", FieldType.DATE, client.of("birthday"), "birthday");
        ClientFields more = new ClientFields(export, client);
        more.texts(fields, "instagram_url", "website_url", "time_zone");
        more.statuses(fields);
    }
}
