package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.CONTACT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.EmailPoints;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.Labels;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Dialable;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.PersonFields;
import java.util.List;

/** Makes a contact of every member who is no business, in the order in which they came. */
public final class MemberToContact extends FreshsalesRow {

    private static final List<String> OTHER_PAGES = List.of("website_url", "instagram_url");

    public MemberToContact() {
        super(1, "Member -> Contact");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PHONE, Choices.SHARED_EMAIL, Choices.CO_COACHES);
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new EmailPoints(), new Dialable());
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
                        "members without an e-mail address",
                        "a stock account demands one",
                        "they wait until they have one, or until the account no longer demands it"),
                new Loss(
                        "members who share an e-mail address",
                        "Freshsales takes each address once",
                        "all but the first wait, and the reason names the first; or they go without it"),
                new Loss(
                        "further phones, and phones that are no numbers",
                        "there is one number of a kind, and other text is thrown away",
                        "the field Other_Phones__c"),
                new Loss(
                        "time zone of a member",
                        "Freshsales has zones of its own names",
                        "the field Time_Zone__c in Profi's words"),
                new Loss("further coaches", "a contact has one owner", "their addresses in the field Co_Coaches__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT)) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder contacts = MappingPart.Records.from(CLIENT).to(CONTACT).where(client.isPerson());
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
        fields.set("emails", shared.emails()).set("sales_accounts", shared.accountsOrHold());
        if (export.has(CLIENT, "email") && export.chose(Choices.SHARED_EMAIL, "field")) {
            fields.custom("Shared_Email__c", FieldType.TEXT, shared.address());
        }
        if (export.has(CLIENT, "phone")) {
            PersonFields.phones(
                    fields,
                    export.chose(Choices.PHONE, "mobile"),
                    client.ofAll("list(e164(" + export.column(CLIENT, "phone_country_code") + ", phone))"));
        }
    }

    private static void about(Fields fields, Export export, DestinationView account, ClientText client) {
        PersonFields.address(fields, client::of);
        PersonFields.networks(fields, client::of);
        fields.set("job_title", client.of("job_title"), "job_title")
                .moment(account, CREATED_AT, "created_at", "created_at");
        OTHER_PAGES.stream()
                .filter(page -> export.fills(CLIENT, page))
                .forEach(page -> fields.custom(Labels.of(page), FieldType.TEXT, client.of(page)));
        if (export.fills(CLIENT, "time_zone")) {
            fields.custom("Time_Zone__c", FieldType.TEXT, client.of("time_zone"));
        }
        if (export.fills(CLIENT, "co_coach_emails") && export.chose(Choices.CO_COACHES, "field")) {
            fields.custom("Co_Coaches__c", FieldType.TEXT, "join(\", \", " + client.ofAll("co_coach_emails") + ")");
        }
    }
}
