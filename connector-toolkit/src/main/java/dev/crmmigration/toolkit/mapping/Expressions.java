package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Expression;

/** Writes expressions of the mapping language as text. */
public final class Expressions {

    private Expressions() {}

    /** Returns the expression of a fixed text. */
    public static String text(String value) {
        return Expression.constant(value).toString();
    }

    /** Returns the expression of a column by its key. */
    public static String column(String key) {
        return Expression.field(key).toString();
    }

    /** Returns the expression of a line {@code name: value} in HTML; no value if there is no value. */
    public static String line(String name, String value) {
        return "case(empty(" + value + ") => null, else => concat(" + text(name + ": ") + ", html(" + value + ")))";
    }
}
