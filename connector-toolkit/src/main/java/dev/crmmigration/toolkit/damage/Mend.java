package dev.crmmigration.toolkit.damage;

import dev.crmmigration.api.source.Repair;

/**
 * Something that was mended, or kept and reported, with what stood there.
 *
 * @param column the key of the column, or empty text if it is the whole row
 * @param rule the rule
 * @param raw the text as it stood; personal data
 */
public record Mend(String column, Rule rule, String raw) {

    /** Returns what the migration counts and lists. */
    public Repair repair() {
        return new Repair(column, rule.name(), raw);
    }

    /** Says what was done; what stood there is personal. */
    @Override
    public String toString() {
        return column + " " + rule;
    }
}
