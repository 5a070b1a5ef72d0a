package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.CONTACT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.connector.kartra.mapping.OtherColumns;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives persons the custom fields of their contacts, under their names in Kartra, and columns that no row names. */
public final class CustomFieldToCustomField extends KartraRow {

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

    public CustomFieldToCustomField() {
        super(7, "Custom Field -> Custom Field", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.OTHER_COLUMNS);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "Pipedrive has 16 types, among them no whole number, no truth value and no date with time",
                        "input_field becomes text, text_area large text, drop_down and radio_button a single option,"
                                + " checkbox multiple options, also where it has one"),
                new Loss(
                        "name of a custom field that Pipedrive or another row uses",
                        "two fields of one name cannot be told apart",
                        "the name with '(Kartra)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        Fields fields = new Fields(export, CONTACT, PERSON);
        Set<String> names = new HashSet<>(MADE);
        List<FieldDescription> columns = export.columns(CONTACT);
        columns.stream()
                .filter(FieldDescription::custom)
                .forEach(column -> add(fields, export, column, freeName(column, account, names)));
        List<String> others = columns.stream()
                .filter(column -> !column.custom() && !TAKEN.contains(column.key()))
                .map(FieldDescription::key)
                .toList();
        new OtherColumns(export).addTo(fields, CONTACT, others, "kartra");
        if (fields.isEmpty()) {
            return List.of();
        }
        return List.of(MappingPart.Contribution.to(CONTACT_TO_PERSON, CONTACT, fields.mappings(), fields.schema()));
    }

    private static String freeName(FieldDescription column, DestinationView account, Set<String> names) {
        String name = column.label();
        if (account.has(PERSON, name) || names.contains(name)) {
            name = name + " (Kartra)";
        }
        if (!names.add(name)) {
            name = name + " " + column.key();
            names.add(name);
        }
        return name;
    }

    private static void add(Fields fields, Export export, FieldDescription column, String name) {
        String value = Expression.field(column.key()).toString();
        switch (column.type()) {
            case CHOICE, CHOICES -> fields.pickList(name, column.type(), options(export, column), value);
            case LONG_TEXT -> fields.custom(name, FieldType.LONG_TEXT, value);
            default -> fields.custom(name, FieldType.TEXT, value);
        }
    }

    /** Values that the field's definition lacks are options too, so that none is lost. */
    private static List<String> options(Export export, FieldDescription column) {
        return Stream.concat(
                        column.options().stream().map(Option::label), export.distinct(CONTACT, column.key()).stream())
                .distinct()
                .toList();
    }
}
