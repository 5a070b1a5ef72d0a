package dev.crmmigration.connector.thepractice.mapping;

import static dev.crmmigration.connector.thepractice.mapping.Export.ANSWER;
import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT;
import static dev.crmmigration.connector.thepractice.mapping.Export.PROPERTY_VALUE;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The custom properties of The Practice. A value stands in a column of its record, else in the file of values, else in the
 * newest answer of a form that fills the property.
 */
public final class Properties {

    /** The property that has a field and a row of its own. */
    public static final String REFERRAL = "prop_referral_source";

    private final Export export;
    private final ClientText clients;
    private final DestinationView account;

    public Properties(Export export, ClientText clients, DestinationView account) {
        this.export = export;
        this.clients = clients;
        this.account = account;
    }

    /** Adds the properties of {@code from} to the records that {@code row} makes of it as {@code to}. */
    public void addTo(List<MappingPart> parts, String from, String to, String row) {
        Fields fields = new Fields(export, from, to);
        Set<String> names = new HashSet<>();
        export.columns(from).stream()
                .filter(column -> column.custom() || column.key().startsWith("extra."))
                .filter(column -> !column.key().equals(REFERRAL))
                .forEach(column -> add(fields, from, column, freeName(column, to, names)));
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(row, from, fields.mappings(), fields.schema()));
        }
        if (export.has(PROPERTY_VALUE)) {
            parts.add(MappingPart.Contribution.fold(
                    row, PROPERTY_VALUE, "eq(entity_type, " + Expressions.text(from) + ")", "entity_id", List.of()));
        }
    }

    private String freeName(FieldDescription column, String to, Set<String> names) {
        String name = account.has(to, column.label()) ? column.label() + " (The Practice)" : column.label();
        if (!names.add(name)) {
            name = name + " " + column.key();
            names.add(name);
        }
        return name;
    }

    private void add(Fields fields, String from, FieldDescription column, String name) {
        String value = value(from, column);
        switch (column.type()) {
            case CHOICE, CHOICES -> fields.pickList(name, column.type(), options(from, column), value);
            case BOOLEAN -> fields.pickList(name, FieldType.CHOICE, List.of("Yes", "No"), yesOrNo(value));
            default -> fields.custom(name, column.type(), value);
        }
    }

    private String value(String from, FieldDescription column) {
        String key = Expressions.text(column.key().replaceFirst("^prop_", ""));
        String own = from.equals(CLIENT) ? clients.of(column.key()) : Expressions.column(column.key());
        String value = own;
        if (export.has(PROPERTY_VALUE)) {
            value = value + ", related(property_value, on: entity_id, equals: $id, where: and(eq(entity_type, "
                    + Expressions.text(from) + "), eq(property_key, " + key + ")), each: " + typed(column, "value")
                    + ", reduce: last)";
        }
        if (export.has(ANSWER) && from.equals(CLIENT)) {
            value = value + ", related(form_answer, on: client_id, equals: $id, where: eq(property_key, " + key
                    + "), each: " + typed(column, "answer") + ", reduce: last, order: answered_at)";
        }
        return "coalesce(" + value + ")";
    }

    /** Returns the column that holds a value of a type where values of all types stand in one file. */
    private static String typed(FieldDescription column, String text) {
        return switch (column.type()) {
            case DECIMAL -> "value_number";
            case DATE -> "value_date";
            case BOOLEAN -> "value_flag";
            case CHOICES -> "value_list";
            default -> text;
        };
    }

    private static String yesOrNo(String value) {
        return "case(eq(" + value + ", true) => \"Yes\", eq(" + value + ", false) => \"No\", else => null)";
    }

    private List<String> options(String from, FieldDescription column) {
        return Stream.concat(export.options(from, column.key()).stream(), export.distinct(from, column.key()).stream())
                .distinct()
                .toList();
    }
}
