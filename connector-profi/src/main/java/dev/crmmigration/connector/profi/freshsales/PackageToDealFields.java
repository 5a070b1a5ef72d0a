package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.profi.mapping.EnrollmentFields;
import dev.crmmigration.connector.profi.mapping.EnrollmentText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gives deals the package that they belong to; with a deal for each session the values stand on each of them. */
public final class PackageToDealFields extends FreshsalesRow {

    public PackageToDealFields() {
        super(4, "Package / Membership Plan -> Deal fields");
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(EnrollmentFields.tiers(new Export(context)).valueMap());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "packages",
                        "Freshsales has none",
                        "fields of the deal; with a deal for each session they repeat on every deal of the package, as they"
                                + " are today and not as they were on the day of the session"),
                new Loss(
                        "sessions whose package is not known",
                        "links between sessions and packages break in exports",
                        "the fields stay empty but for the name that the session gives; Package_Link__c says how the package is"
                                + " known, Package_Balance__c whether the linked sessions fit"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (!export.has(ENROLLMENT)) {
            return parts;
        }
        if (new Deals(export).ofSessions()) {
            Fields fields = fields(export, account, SESSION, PackageToDealFields::ofSession)
                    .custom("Package_Link__c", FieldType.TEXT, "enrollment_link", "enrollment_link");
            parts.add(MappingPart.Contribution.to(SESSION_TO_DEAL, SESSION, fields.mappings(), fields.schema()));
        }
        Fields fields = fields(export, account, ENROLLMENT, column -> column);
        parts.add(MappingPart.Contribution.to(PACKAGE_TO_DEAL, ENROLLMENT, fields.mappings(), fields.schema()));
        return parts;
    }

    private static String ofSession(String value) {
        return "related(enrollment, on: $id, equals: enrollment_id, each: " + value + ")";
    }

    private static Fields fields(Export export, DestinationView account, String from, UnaryOperator<String> ofPackage) {
        Fields fields = new Fields(export, from, DEAL);
        String name = ofPackage.apply(export.column(ENROLLMENT, "package_name"));
        fields.custom(
                "Package_Name__c",
                FieldType.TEXT,
                from.equals(SESSION) ? "coalesce(" + name + ", " + export.column(SESSION, "package_name") + ")" : name);
        decimal(fields, export, ofPackage, "Sessions_Remaining__c", "sessions_remaining");
        decimal(fields, export, ofPackage, "Sessions_Total__c", "sessions_total");
        decimal(fields, export, ofPackage, "Sessions_Used__c", "sessions_used");
        date(fields, export, ofPackage, "Renewal_Date__c", "renewal_on");
        date(fields, export, ofPackage, "Package_Expiry__c", "expires_on");
        if (export.has(ENROLLMENT, "enrolled_at")) {
            fields.moment(account, "Enrolled_At__c", ofPackage.apply("enrolled_at"));
        }
        fields.custom("Package_Balance__c", FieldType.TEXT, ofPackage.apply("balance"));
        words(fields, export, ofPackage, "Billing_Frequency__c", "billing_frequency");
        words(fields, export, ofPackage, "Package_Type__c", "package_type");
        Taxonomy tiers = EnrollmentFields.tiers(export);
        fields.pickList("Package_Tier__c", FieldType.CHOICE, tiers.labels(), ofPackage.apply(tiers.labelsOf("tier")));
        return fields.pickList(
                "Package_Status__c",
                FieldType.CHOICE,
                EnrollmentText.STATUSES,
                ofPackage.apply(EnrollmentText.status()));
    }

    private static void decimal(
            Fields fields, Export export, UnaryOperator<String> ofPackage, String label, String column) {
        if (export.has(ENROLLMENT, column)) {
            fields.custom(label, FieldType.DECIMAL, ofPackage.apply(column));
        }
    }

    private static void date(
            Fields fields, Export export, UnaryOperator<String> ofPackage, String label, String column) {
        if (export.has(ENROLLMENT, column)) {
            fields.custom(label, FieldType.DATE, ofPackage.apply(column));
        }
    }

    private static void words(
            Fields fields, Export export, UnaryOperator<String> ofPackage, String label, String column) {
        if (export.has(ENROLLMENT, column)) {
            fields.pickList(label, FieldType.CHOICE, export.distinct(ENROLLMENT, column), ofPackage.apply(column));
        }
    }
}
