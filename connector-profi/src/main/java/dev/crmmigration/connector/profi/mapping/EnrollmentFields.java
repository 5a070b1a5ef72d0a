package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;

/** The custom fields that keep what an enrollment says about its package. */
public final class EnrollmentFields {

    private EnrollmentFields() {}

    /** Adds expiry, sessions, dates, billing and status, over an enrollment. */
    public static void numbers(Fields fields, Export export) {
        fields.custom("Package_Expiry__c", FieldType.DATE, "expires_on", "expires_on")
                .custom("Sessions_Remaining__c", FieldType.DECIMAL, "sessions_remaining", "sessions_remaining")
                .custom("Sessions_Total__c", FieldType.DECIMAL, "sessions_total", "sessions_total")
                .custom("Sessions_Used__c", FieldType.DECIMAL, "sessions_used", "sessions_used")
                .custom("Package_Balance__c", FieldType.TEXT, "balance")
                .custom("Enrolled_At__c", FieldType.DATE, "enrolled_on")
                .custom("Enrolled_At__c (exact)", FieldType.TEXT, "iso(enrolled_at)", "enrolled_at")
                .custom("Renewal_On__c", FieldType.DATE, "renewal_on", "renewal_on");
        if (export.fills(ENROLLMENT, "billing_frequency")) {
            fields.pickList(
                    "Billing_Frequency__c",
                    FieldType.CHOICE,
                    export.distinct(ENROLLMENT, "billing_frequency"),
                    "billing_frequency");
        }
        fields.pickList("Package_Status__c", FieldType.CHOICE, EnrollmentText.STATUSES, EnrollmentText.status());
    }

    /** Adds tier and type, value by value, over an enrollment. */
    public static void tier(Fields fields, Export export) {
        Taxonomy tiers = tiers(export);
        fields.pickList("Package_Tier__c", FieldType.CHOICE, tiers.labels(), tiers.labelsOf("tier"));
        fields.pickList(
                "Package_Type__c", FieldType.CHOICE, export.distinct(ENROLLMENT, "package_type"), "package_type");
    }

    public static Taxonomy tiers(Export export) {
        return new Taxonomy("packageTiers", "", export.distinct(ENROLLMENT, "tier"));
    }
}
