package dev.crmmigration.api.source;

/**
 * Something that a source mended because it had exactly one reading.
 *
 * @param field the field
 * @param rule the code of the rule, such as {@code windows-1252} or {@code null-word}
 * @param raw the text as it stood, which is personal data and stays in the workspace; empty if the source does not keep it
 */
public record Repair(String field, String rule, String raw) {

    /** Makes a repair of a source that does not keep the text as it stood. */
    public Repair(String field, String rule) {
        this(field, rule, "");
    }

    /** Says what was done; what stood there is personal. */
    @Override
    public String toString() {
        return "Repair[" + field + ", " + rule + "]";
    }
}
