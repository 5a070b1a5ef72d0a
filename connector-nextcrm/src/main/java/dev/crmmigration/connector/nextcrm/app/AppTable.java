package dev.crmmigration.connector.nextcrm.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of the application, and what its rows say. An object is read from one table or more.
 *
 * @param object the object that its rows are records of
 * @param table its name
 * @param key the columns that its rows are paged by: a key of the table
 * @param id the columns that the record's id is made of
 * @param columns its fields
 * @param constants fields that all of its rows have
 * @param deleted conditions over the row {@code t} that say it is deleted, by the column that each needs
 * @param changed the columns that say when a row changed or was made, the best first; none if no column says it
 * @param wholeOnly whether its rows change without a trace, so that a delta reads all of them
 * @param onlyWith a column that tells the table from another of the same name, or empty text
 * @param onlyWithout a column that the table must not have, or empty text
 */
record AppTable(
        String object,
        String table,
        List<String> key,
        List<String> id,
        List<Column> columns,
        Map<String, String> constants,
        Map<String, String> deleted,
        List<String> changed,
        boolean wholeOnly,
        String onlyWith,
        String onlyWithout) {

    AppTable {
        columns = List.copyOf(columns);
    }

    static Builder of(String object, String table) {
        return new Builder(object, table);
    }

    /** Returns the columns of the table that are read, each once. */
    Set<String> reads() {
        Set<String> reads = new java.util.LinkedHashSet<>(key);
        reads.addAll(id);
        columns.forEach(column -> reads.addAll(column.reads()));
        reads.addAll(deleted.keySet());
        reads.addAll(changed);
        return reads;
    }

    AppTable with(List<Column> fields, Map<String, String> conditions, List<String> moments) {
        return new AppTable(
                object, table, key, id, fields, constants, conditions, moments, wholeOnly, onlyWith, onlyWithout);
    }

    /** Not thread-safe. */
    static final class Builder {

        private final String object;
        private final String table;
        private List<String> key = List.of("id");
        private List<String> id = List.of();
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, String> constants = new LinkedHashMap<>();
        private final Map<String, String> deleted = new LinkedHashMap<>();
        private List<String> changed = List.of();
        private boolean wholeOnly;
        private String onlyWith = "";
        private String onlyWithout = "";

        private Builder(String object, String table) {
            this.object = object;
            this.table = table;
        }

        Builder key(String... names) {
            key = List.of(names);
            return this;
        }

        Builder id(String... names) {
            id = List.of(names);
            return this;
        }

        Builder columns(ColumnKind kind, String... names) {
            Stream.of(names).map(name -> Column.of(name, kind, name)).forEach(columns::add);
            return this;
        }

        Builder column(Column column) {
            columns.add(column);
            return this;
        }

        Builder constant(String field, String value) {
            constants.put(field, value);
            return this;
        }

        /** Says that a row is deleted if it has a moment of deletion. */
        Builder deletedAt() {
            return deletedIf("deletedAt", "t.\"deletedAt\" IS NOT NULL");
        }

        Builder deletedIf(String column, String condition) {
            deleted.put(column, condition);
            return this;
        }

        Builder changed(String... names) {
            changed = List.of(names);
            return this;
        }

        Builder wholeOnly() {
            wholeOnly = true;
            return this;
        }

        Builder onlyWith(String column) {
            onlyWith = column;
            return this;
        }

        Builder onlyWithout(String column) {
            onlyWithout = column;
            return this;
        }

        AppTable build() {
            return new AppTable(
                    object,
                    table,
                    key,
                    id.isEmpty() ? key : id,
                    columns,
                    constants,
                    deleted,
                    changed,
                    wholeOnly || changed.isEmpty(),
                    onlyWith,
                    onlyWithout);
        }
    }
}
