package dev.crmmigration.connector.nextcrm.app;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the fields of this database hold: which objects there are, which words its enums have, which names its tables. */
record AppFields(
        AppSchema schema, Map<String, List<String>> enums, SmallTables small, Set<String> objects, String currency) {

    /** Returns the currency of amounts that name none, or empty text. */
    String defaultCurrency() {
        return small.currency().isEmpty() ? currency : small.currency();
    }

    /** Tells whether a column leads to records that are read. */
    boolean isReference(Column column) {
        return column.kind() == ColumnKind.REFERENCE && objects.contains(column.target());
    }

    FieldDescription describe(AppTable table, Column column) {
        FieldType type = column.kind() == ColumnKind.REFERENCE && !isReference(column)
                ? FieldType.TEXT
                : column.kind().type();
        FieldDescription.Builder field = FieldDescription.builder(column.key(), type)
                .label(column.key())
                .platformType(platformType(table, column))
                .options(options(table, column));
        if (isReference(column)) {
            field.refersTo(ObjectType.of(column.target()));
        }
        return field.build();
    }

    private String platformType(AppTable table, Column column) {
        Relation relation = schema.relation(table.table());
        Relation.Shape shape = column.reads().isEmpty() || relation == null
                ? null
                : relation.columns().get(column.reads().get(0));
        return shape == null ? "expression" : shape.type();
    }

    private List<Option> options(AppTable table, Column column) {
        return switch (column.kind()) {
            case WORD ->
                enums.getOrDefault(platformType(table, column), List.of()).stream()
                        .map(word -> Option.of(word, word))
                        .toList();
            case NAMED -> small.options(SmallTable.valueOf(column.target()));
            default -> List.of();
        };
    }
}
