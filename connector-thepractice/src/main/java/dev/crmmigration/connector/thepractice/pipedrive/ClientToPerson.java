package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingFunction;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.connector.thepractice.mapping.ClientFields;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.toolkit.mapping.ContactList;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;

/** Makes a person of every client, in the order in which they came. */
public final class ClientToPerson extends PracticeRow {

    public ClientToPerson() {
        super(1, "Client / Contact -> Person");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "address, job title, birthday",
                        "Pipedrive has them on persons only after contact sync is set up",
                        "the fields of the account where it has them, else Address__c, Job_Title__c and Birthday__c"),
                new Loss(
                        "social handles",
                        "Pipedrive has no fields for them on persons",
                        "a text field each, such as LinkedIn_URL__c"),
                new Loss(
                        "clients of one address and one name",
                        "a person has one value a field",
                        "the values of the one that was changed last, blanks filled from the others; all addresses, phones and"
                                + " tags, and everything that belongs to any of them"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(CLIENT)) {
            return List.of();
        }
        ClientText client = clients(export);
        RecordsBuilder persons = MappingPart.Records.from(CLIENT).to(PERSON);
        if (client.merges()) {
            persons.sameAs("same_as").orderBy("duplicate_rank");
        }
        if (export.has(CLIENT, "created_at")) {
            persons.orderBy("created_at");
        }
        Fields fields = new Fields(export, CLIENT, PERSON)
                .set("name", client.displayName())
                .set("emails", client.emails(), "email", "secondary_emails")
                .set("phones", client.phones(), "phone", "secondary_phones")
                .set("org_id", client.organization())
                .set("add_time", "created_at", "created_at")
                .custom("Source_System_ID__c", FieldType.TEXT, "$id");
        about(fields, export, account, client);
        return List.of(fields.into(persons).build());
    }

    private static void about(Fields fields, Export export, DestinationView account, ClientText client) {
        String[] address = ClientText.ADDRESS.toArray(String[]::new);
        ownOrCustom(fields, account, FieldType.ADDRESS, "postal_address", "Address__c", client.address(), address);
        ownOrCustom(fields, account, FieldType.TEXT, "job_title", "Job_Title__c", client.of("job_title"), "job_title");
        ownOrCustom(fields, account, FieldType.DATE, "birthday", "Birthday__c", client.of("birthday"), "birthday");
        ClientFields more = new ClientFields(export, client);
        more.texts(fields, "linkedin_url", "instagram_url", "facebook_url", "twitter_url", "website_url", "time_zone");
        more.statuses(fields);
    }

    private static void ownOrCustom(
            Fields fields,
            DestinationView account,
            FieldType type,
            String field,
            String label,
            String value,
            String... columns) {
        if (account.takes(PERSON, field, type)) {
            fields.set(field, value, columns);
        } else {
            fields.custom(label, type, value, columns);
        }
    }

    @Override
    public List<MappingFunction> functions() {
        return List.of(new ContactList());
    }
}
