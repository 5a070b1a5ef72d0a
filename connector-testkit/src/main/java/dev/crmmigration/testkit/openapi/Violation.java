package dev.crmmigration.testkit.openapi;

import java.util.Locale;

/**
 * Where an exchange is not as the document says. Names the rule, never the value that breaks it.
 *
 * @param side whose fault it is
 * @param operation method and path template, such as {@code POST /api/v2/persons}; the plain path if the document has no such operation
 * @param pointer a JSON pointer that begins with {@code /path}, {@code /query} or {@code /body}; positions in lists are {@code *}
 * @param rule a keyword of JSON Schema, or one of {@link Rules}
 * @param expected what the document says there
 */
public record Violation(Side side, String operation, String pointer, String rule, String expected) {

    /** Who sent what is judged. */
    public enum Side {
        REQUEST,
        REPLY;

        /** Returns the name in files and messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return operation + " " + side.key() + " " + pointer + " " + rule
                + (expected.isEmpty() ? "" : " (" + expected + ")");
    }
}
