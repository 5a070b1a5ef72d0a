package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.Map;
import java.util.Objects;

/** Custom fields of clients that no destination has of its own. */
public final class ClientFields {

    private static final Map<String, String> LABELS = Map.of(
            "linkedin_url", "LinkedIn_URL__c",
            "instagram_url", "Instagram_URL__c",
            "facebook_url", "Facebook_URL__c",
            "twitter_url", "Twitter_URL__c",
            "website_url", "Website_URL__c",
            "time_zone", "Time_Zone__c");

    private final Export export;
    private final ClientText client;

    public ClientFields(Export export, ClientText client) {
        this.export = export;
        this.client = client;
    }

    /** Sets a text field for each of these columns that has values. */
    public void texts(Fields fields, String... columns) {
        for (String column : columns) {
            if (export.fills(CLIENT, column)) {
                fields.custom(Objects.requireNonNull(LABELS.get(column), column), FieldType.TEXT, client.of(column));
            }
        }
    }

    /** Sets what became of a client, and how it gets on. */
    public void statuses(Fields fields) {
        picked(fields, "status", "Client_Status__c");
        picked(fields, "on_track", "On_Track__c");
    }

    private void picked(Fields fields, String column, String label) {
        if (export.fills(CLIENT, column)) {
            fields.pickList(label, FieldType.CHOICE, export.distinct(CLIENT, column), client.of(column));
        }
    }
}
