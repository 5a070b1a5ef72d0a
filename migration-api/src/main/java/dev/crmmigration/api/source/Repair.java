package dev.crmmigration.api.source;

/**
 * Something that a source mended because it had exactly one reading.
 *
 * @param field the field
 * @param rule the code of the rule, such as {@code windows-1252} or {@code null-word}
 */
public record Repair(String field, String rule) {}
