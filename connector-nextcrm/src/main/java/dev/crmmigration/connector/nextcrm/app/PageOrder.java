package dev.crmmigration.connector.nextcrm.app;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the pages of a table follow each other by. In the order in which the rows lie, where that can be had: keys are random,
 * so in their order every row is fetched from another place, which takes three times as long. A row keeps its place for as
 * long as the snapshot lasts that sees it. Else in the order of the key.
 *
 * @param columns the columns that tell where a row stands
 * @param types the types of the columns
 * @param isByPlace whether rows come in that order of themselves
 */
record PageOrder(List<String> columns, List<String> types, boolean isByPlace) {

    private static final PageOrder BY_PLACE = new PageOrder(List.of("t.ctid"), List.of("tid"), true);

    static PageOrder of(AppTable table, Relation relation) {
        if (relation.hasPlaces()) {
            return BY_PLACE;
        }
        return new PageOrder(
                table.key().stream().map(column -> "t." + Names.quoted(column)).toList(),
                table.key().stream().map(column -> type(relation, column)).toList(),
                false);
    }

    private static String type(Relation relation, String column) {
        Relation.Shape shape = relation.columns().get(column);
        return shape == null ? "text" : Names.quoted(shape.type());
    }

    /** Returns the condition for what stands after a row. COPY takes no parameters, so the values stand in it. */
    String after(List<String> row) {
        List<String> values = new java.util.ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add("'" + row.get(i).replace("'", "''") + "'::" + types.get(i));
        }
        return "(" + String.join(", ", columns) + ") > (" + String.join(", ", values) + ")";
    }

    /** Returns what puts the rows into this order, or empty text. */
    String orderBy() {
        return isByPlace ? "" : columns.stream().collect(Collectors.joining(", ", " ORDER BY ", ""));
    }
}
