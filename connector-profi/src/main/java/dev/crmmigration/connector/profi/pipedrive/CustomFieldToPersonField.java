package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CUSTOM_VALUE;
import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ORGANIZATION;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.PERSON;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives persons the custom fields of their clients under the same names; those of companies and packages likewise. */
public final class CustomFieldToPersonField extends ProfiRow {

    public CustomFieldToPersonField() {
        super(12, "Custom Field (client-level) -> Custom field on Person");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "types of custom fields",
                        "Pipedrive has no yes-or-no and no link fields",
                        "yes or no becomes an option, a link becomes text"),
                new Loss(
                        "values that do not fit the type of their field",
                        "they cannot be written",
                        "they stay in the export and are counted as repairs by the rule CUSTOM_TYPE"),
                new Loss(
                        "custom fields of sessions and invoices",
                        "activities and notes take none",
                        "they stay in the export"),
                new Loss(
                        "name of a custom field that Pipedrive has",
                        "two fields of one name cannot be told apart",
                        "the name with '(Profi)' behind it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        add(parts, export, account, CLIENT, PERSON, CLIENT_TO_PERSON);
        add(parts, export, account, ENROLLMENT, DEAL, ENROLLMENT_TO_DEAL);
        add(parts, export, account, Export.ORGANIZATION, ORGANIZATION, "ClientOrganizationToOrganization");
        if (export.has(CUSTOM_VALUE)) {
            fold(parts, "client", CLIENT_TO_PERSON);
            fold(parts, "enrollment", ENROLLMENT_TO_DEAL);
            fold(parts, "organization", "ClientOrganizationToOrganization");
            parts.add(MappingPart.Exclusion.of(
                    CUSTOM_VALUE,
                    "true",
                    "Custom fields of sessions, invoices and records that do not become a person, deal or"
                            + " organization of their own"));
        }
        return parts;
    }

    private static void fold(List<MappingPart> parts, String entity, String mapping) {
        parts.add(MappingPart.Contribution.fold(
                mapping, CUSTOM_VALUE, "eq(entity_type, " + Expressions.text(entity) + ")", "entity_id", List.of()));
    }

    private static void add(
            List<MappingPart> parts, Export export, DestinationView account, String from, String to, String mapping) {
        Fields fields = new Fields(export, from, to);
        Set<String> names = new HashSet<>();
        export.columns(from).stream()
                .filter(column -> column.custom() || column.key().startsWith("extra."))
                .forEach(column -> add(fields, export, from, column, freeName(column, to, account, names)));
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema()));
        }
    }

    private static String freeName(FieldDescription column, String to, DestinationView account, Set<String> names) {
        String name = account.has(to, column.label()) ? column.label() + " (Profi)" : column.label();
        if (!names.add(name)) {
            name = name + " " + column.key();
            names.add(name);
        }
        return name;
    }

    private static void add(Fields fields, Export export, String from, FieldDescription column, String name) {
        String own = Expression.field(column.key()).toString();
        String value = from.equals(CLIENT) ? new ClientText(export).of(column.key()) : own;
        String key = column.key().replaceFirst("^cf_", "");
        String typed = export.has(CUSTOM_VALUE)
                ? "coalesce(" + value + ", " + ofRow(from, key, valueColumn(column.type())) + ")"
                : value;
        switch (column.type()) {
            case CHOICE, CHOICES -> fields.pickList(name, column.type(), options(export, from, column), typed);
            case BOOLEAN -> fields.pickList(name, FieldType.CHOICE, List.of("Yes", "No"), yesOrNo(typed));
            default -> fields.custom(name, column.type(), typed);
        }
    }

    private static String yesOrNo(String value) {
        return "case(eq(" + value + ", true) => \"Yes\", eq(" + value + ", false) => \"No\", else => null)";
    }

    private static String ofRow(String entity, String key, String column) {
        return "related(custom_field_value, on: entity_id, equals: $id, where: and(eq(entity_type, "
                + Expressions.text(entity) + "), eq(field_key, " + Expressions.text(key) + ")), each: " + column
                + ", reduce: last)";
    }

    private static String valueColumn(FieldType type) {
        return switch (type) {
            case DECIMAL -> "value_number";
            case DATE -> "value_date";
            case BOOLEAN -> "value_flag";
            case CHOICES -> "value_list";
            default -> "value";
        };
    }

    private static List<String> options(Export export, String from, FieldDescription column) {
        return Stream.concat(column.options().stream().map(Option::label), export.distinct(from, column.key()).stream())
                .distinct()
                .toList();
    }
}
