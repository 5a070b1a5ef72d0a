package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.Locale;

/** Custom fields of packages that no destination has of its own. */
public final class PackageFields {

    private PackageFields() {}

    /** Sets what a package holds, what is left of it, and when it began. */
    public static void numbers(Fields fields, Export export, DestinationView account, String deal) {
        fields.custom("Value_From__c", FieldType.TEXT, new PackageText(export).valueFrom())
                .custom("Package_Type__c", FieldType.TEXT, "replace(package_type, \"_\", \" \")")
                .custom("Package_Tracks__c", FieldType.TEXT, "tracks", "tracks")
                .custom("Sessions_Total__c", FieldType.DECIMAL, "quantity_total", "quantity_total")
                .custom("Sessions_Used__c", FieldType.DECIMAL, "quantity_used", "quantity_used")
                .custom("Sessions_Remaining__c", FieldType.DECIMAL, "quantity_remaining", "quantity_remaining")
                .custom("Package_Balance__c", FieldType.TEXT, "balance");
        moment(fields, account, deal, "Assigned_At__c", "assigned");
        fields.custom("Package_Start__c", FieldType.DATE, "starts_on", "starts_on")
                .custom("Package_Expiry__c", FieldType.DATE, "ends_on", "ends_on")
                .custom("Renewal_On__c", FieldType.DATE, "renews_on", "renews_on");
        if (export.has(CLIENT_PACKAGE, "price")) {
            fields.custom("Total_Price__c", FieldType.DECIMAL, "amount(price)");
        }
    }

    /** Sets when each status was reached, and all changes. */
    public static void times(Fields fields, Export export, DestinationView account, String deal) {
        for (String status : PackageText.STATUSES) {
            String column = status.toLowerCase(Locale.ROOT);
            if (export.fills(CLIENT_PACKAGE, column + "_at")) {
                moment(fields, account, deal, "Status_" + status + "_At__c", column);
            }
        }
        if (export.fills(CLIENT_PACKAGE, "status_log")) {
            fields.custom("Status_Log__c", FieldType.LONG_TEXT, "status_log");
        }
        if (export.fills(CLIENT_PACKAGE, "status_times_from")) {
            fields.custom("Status_Times_From__c", FieldType.TEXT, "status_times_from");
        }
    }

    /** A moment is one field where the account has one that holds date and time, else a day and the exact moment as text. */
    private static void moment(Fields fields, DestinationView account, String deal, String label, String column) {
        String moment = column + "_at";
        if (account.takes(deal, label, FieldType.INSTANT)) {
            fields.custom(label, FieldType.INSTANT, moment, moment);
        } else {
            fields.custom(label, FieldType.DATE, column + "_on")
                    .custom(label + " (exact)", FieldType.TEXT, "iso(" + moment + ")", moment);
        }
    }
}
