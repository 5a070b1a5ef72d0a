package dev.crmmigration.connector.nextcrm.app;

import java.util.List;

/**
 * A field of an object, and where it is read from.
 *
 * @param key the key of the field
 * @param kind how it is understood
 * @param reads the columns of the table that it needs, the one with the value first
 * @param target the object that a reference leads to, or the small table that has the name; else empty text
 * @param sql an expression over the row {@code t}; empty text for the first column itself
 * @param tables the other tables that the expression reads
 */
record Column(String key, ColumnKind kind, List<String> reads, String target, String sql, List<String> tables) {

    Column {
        reads = List.copyOf(reads);
        tables = List.copyOf(tables);
    }

    static Column of(String key, ColumnKind kind, String... reads) {
        return new Column(key, kind, List.of(reads), "", "", List.of());
    }

    static Column reference(String key, String column, String object) {
        return new Column(key, ColumnKind.REFERENCE, List.of(column), object, "", List.of());
    }

    static Column named(String key, String column, SmallTable table) {
        return new Column(key, ColumnKind.NAMED, List.of(column), table.name(), "", List.of());
    }

    static Column owner(String key, String column) {
        return new Column(key, ColumnKind.OWNER, List.of(column), SmallTable.USERS.name(), "", List.of());
    }

    /** Returns what an expression over the row {@code t} and other tables gives. */
    static Column derived(String key, ColumnKind kind, String sql, List<String> reads, String... tables) {
        return new Column(key, kind, reads, "", sql, List.of(tables));
    }

    /**
     * Returns what stands in the select list for the value, in one of the few forms that a row is read in.
     *
     * @param isUuid whether the first column is a UUID
     */
    String expression(boolean isUuid) {
        String value = sql.isEmpty() ? "t." + Names.quoted(reads.get(0)) : "(" + sql + ")";
        return switch (kind) {
            case YES_NO -> value;
            case MOMENT -> value + "::timestamp";
            case NUMBER, MONEY -> value + "::numeric::text";
            default -> isUuid ? value : value + "::text";
        };
    }
}
