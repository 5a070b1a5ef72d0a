package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.CLIENT;
import static dev.crmmigration.connector.profi.mapping.Export.CUSTOM_VALUE;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The custom fields of Profi, whose values stand in columns of their records or in a file of their own. */
public final class CustomColumns {

    private final Export export;
    private final ClientText clients;
    private final DestinationView account;

    public CustomColumns(Export export, ClientText clients, DestinationView account) {
        this.export = export;
        this.clients = clients;
        this.account = account;
    }

    /** Adds the custom fields of {@code from} to the records that {@code row} makes of it as {@code to}. */
    public void addTo(List<MappingPart> parts, String from, String to, String row) {
        Fields fields = new Fields(export, from, to);
        Set<String> names = new HashSet<>();
        export.columns(from).stream()
                .filter(column -> column.custom() || column.key().startsWith("extra."))
                .forEach(column -> add(fields, from, column, freeName(column, to, names)));
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(row, from, fields.mappings(), fields.schema()));
        }
    }

    /** Adds that the values of one kind of record in the file of values are carried by the records of {@code row}. */
    public void foldInto(List<MappingPart> parts, String entity, String row) {
        if (export.has(CUSTOM_VALUE)) {
            parts.add(MappingPart.Contribution.fold(
                    row, CUSTOM_VALUE, "eq(entity_type, " + Expressions.text(entity) + ")", "entity_id", List.of()));
        }
    }

    private String freeName(FieldDescription column, String to, Set<String> names) {
        String name = account.has(to, column.label()) ? column.label() + " (Profi)" : column.label();
        if (!names.add(name)) {
            name = name + " " + column.key();
            names.add(name);
        }
        return name;
    }

    private void add(Fields fields, String from, FieldDescription column, String name) {
        String own = Expressions.column(column.key());
        String value = from.equals(CLIENT) ? clients.of(column.key()) : own;
        String key = column.key().replaceFirst("^cf_", "");
        String typed = export.has(CUSTOM_VALUE)
                ? "coalesce(" + value + ", " + ofRow(from, key, valueColumn(column.type())) + ")"
                : value;
        switch (column.type()) {
            case CHOICE, CHOICES -> fields.pickList(name, column.type(), options(from, column), typed);
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

    private List<String> options(String from, FieldDescription column) {
        return Stream.concat(column.options().stream().map(Option::label), export.distinct(from, column.key()).stream())
                .distinct()
                .toList();
    }
}
