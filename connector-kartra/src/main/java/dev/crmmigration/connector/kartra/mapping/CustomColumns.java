package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The custom fields of contacts under their names in Kartra, and columns that no row names. */
public final class CustomColumns {

    /** The columns that other rows of the table take. */
    private static final Set<String> TAKEN = Set.of(
            "lead_id",
            "email",
            "first_name",
            "middle_name",
            "last_name",
            "phone",
            "phone_country_code",
            "company",
            "address",
            "city",
            "state",
            "zip",
            "country",
            "notes",
            "created",
            "gdpr_status",
            "gdpr_status_raw",
            "gdpr_status_date",
            "gdpr_status_ip",
            "gdpr_communications",
            "gdpr_communications_raw",
            "tags",
            "lists",
            "owner_email",
            "masked_test_lead");

    /** The custom fields that other rows make. */
    private static final Set<String> MADE = Set.of(
            "kartra_created_date__c",
            "address__c",
            "opt_in_status",
            "gdpr_consent_date__c",
            "gdpr_consent_date__c (exact)",
            "gdpr_communications__c",
            "gdpr_status_ip__c",
            "affiliate_id__c",
            "affiliate_status__c",
            "Kartra tags",
            "Kartra lists");

    private final Export export;
    private final DestinationView account;

    public CustomColumns(Export export, DestinationView account) {
        this.export = export;
        this.account = account;
    }

    /** Adds them to fields of records of {@code to}. */
    public void addTo(Fields fields, String to) {
        Set<String> names = new HashSet<>(MADE);
        List<FieldDescription> columns = export.columns(CONTACT);
        columns.stream()
                .filter(FieldDescription::custom)
                .forEach(column -> add(fields, column, freeName(column, to, names)));
        List<String> others = columns.stream()
                .filter(column -> !column.custom() && !TAKEN.contains(column.key()))
                .map(FieldDescription::key)
                .toList();
        new OtherColumns(export).addTo(fields, CONTACT, others, "kartra");
    }

    private String freeName(FieldDescription column, String to, Set<String> names) {
        String name = column.label();
        if (account.has(to, name) || names.contains(name)) {
            name = name + " (Kartra)";
        }
        if (!names.add(name)) {
            name = name + " " + column.key();
            names.add(name);
        }
        return name;
    }

    private void add(Fields fields, FieldDescription column, String name) {
        String value = Expression.field(column.key()).toString();
        switch (column.type()) {
            case CHOICE, CHOICES -> fields.pickList(name, column.type(), options(column), value);
            case LONG_TEXT -> fields.custom(name, FieldType.LONG_TEXT, value);
            default -> fields.custom(name, FieldType.TEXT, value);
        }
    }

    /** Values that the field's definition lacks are options too, so that none is lost. */
    private List<String> options(FieldDescription column) {
        return Stream.concat(
                        column.options().stream().map(Option::label), export.distinct(CONTACT, column.key()).stream())
                .distinct()
                .toList();
    }
}
