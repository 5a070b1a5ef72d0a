package dev.crmmigration.connector.nextcrm.app;

import java.util.Map;

/**
 * A table as the database has it.
 *
 * @param name its name
 * @param kind what it is, as pg_class says: {@code r} and {@code p} are tables, {@code v} is a view
 * @param file the file that holds its rows; another one means that it was rebuilt
 * @param hasPlaces whether its rows can be read in the order in which they lie
 * @param columns its columns by name
 */
record Relation(String name, String kind, long file, boolean hasPlaces, Map<String, Shape> columns) {

    /**
     * A column.
     *
     * @param type the name of its type
     * @param category the category of its type, as pg_type says
     * @param readable whether the user may read it
     */
    record Shape(String type, String category, boolean readable) {

        boolean isUuid() {
            return type.equals("uuid");
        }
    }

    boolean isTable() {
        return kind.equals("r") || kind.equals("p");
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }
}
