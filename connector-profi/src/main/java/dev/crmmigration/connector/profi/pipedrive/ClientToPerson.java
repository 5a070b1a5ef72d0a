package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

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
import dev.crmmigration.connector.profi.mapping.Places;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes a person of every client who is no business, in the order in which they came. */
public final class ClientToPerson extends ProfiRow {

    private static final List<String> PAGES =
            List.of("website_url", "linkedin_url", "facebook_url", "instagram_url", "twitter_url");

    public ClientToPerson() {
        super(1, "Client -> Person");
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.CO_COACHES);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "address, job title",
                        "Pipedrive has them on persons only after contact sync is set up",
                        "the fields of the account where it has them, else the custom fields Address__c and Job_Title__c"),
                new Loss(
                        "social links",
                        "Pipedrive has no fields for them on persons",
                        "a text field each, such as LinkedIn_URL__c"),
                new Loss(
                        "clients of one address and one name",
                        "a person has one value a field",
                        "the values of the one that was changed last, blanks filled from the others; all e-mails, phones and"
                                + " tags, and everything that belongs to any of them"),
                new Loss("further coaches", "a person has one owner", "their addresses in the field Co_Coaches__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT)) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder persons = MappingPart.Records.from(CLIENT).to(PERSON).where(client.isPerson());
        if (client.merges()) {
            persons.sameAs("same_as").orderBy("duplicate_rank");
        }
        if (export.has(CLIENT, "created_at")) {
            persons.orderBy("created_at");
        }
        Fields fields = new Fields(export, CLIENT, PERSON)
                .set("name", client.displayName())
                .set("emails", emails(export, client))
                .set("phones", phones(export, client), "phone")
                .set("org_id", client.organization())
                .set("add_time", "created_at", "created_at");
        about(fields, export, account, client);
        return List.of(fields.into(persons).build());
    }

    private static String emails(Export export, ClientText client) {
        String more = export.has(CLIENT, "secondary_emails") ? ", " + client.ofAll("secondary_emails") : "";
        String first = export.has(CLIENT, "email") ? client.ofAll("list(email)") : "null";
        return "emailPoints(union(" + first + more + "))";
    }

    private static String phones(Export export, ClientText client) {
        String phone = "contactPoint(e164(" + export.column(CLIENT, "phone_country_code") + ", phone), \"work\")";
        return "contactPoints(" + client.ofAll(phone) + ")";
    }

    private static void about(Fields fields, Export export, DestinationView account, ClientText client) {
        String address = Places.address(client::of);
        if (account.takes(PERSON, "postal_address", FieldType.ADDRESS)) {
            fields.set("postal_address", address, Places.columns());
        } else {
            fields.custom("Address__c", FieldType.ADDRESS, address, Places.columns());
        }
        if (account.takes(PERSON, "job_title", FieldType.TEXT)) {
            fields.set("job_title", client.of("job_title"), "job_title");
        } else {
            fields.custom("Job_Title__c", FieldType.TEXT, client.of("job_title"), "job_title");
        }
        PAGES.stream()
                .filter(page -> export.fills(CLIENT, page))
                .forEach(page -> fields.custom(Labels.of(page), FieldType.TEXT, client.of(page)));
        if (export.fills(CLIENT, "status")) {
            fields.pickList(
                    "Client_Status__c", FieldType.CHOICE, export.distinct(CLIENT, "status"), client.of("status"));
        }
        if (export.fills(CLIENT, "time_zone")) {
            fields.custom("Time_Zone__c", FieldType.TEXT, client.of("time_zone"));
        }
        if (export.fills(CLIENT, "co_coach_emails") && export.chose(Choices.CO_COACHES, "field")) {
            fields.custom("Co_Coaches__c", FieldType.TEXT, "join(\", \", " + client.ofAll("co_coach_emails") + ")");
        }
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new EmailPoints());
    }
}
