package dev.crmmigration.connector.kartra;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings the words that Kartra spells in several ways to one spelling. */
final class Words {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s._-]+");

    private Words() {}

    /** Notes a word that Kartra is not known to use; it stays as it is, and the plan asks what it means. */
    static void check(Row row, String field, Set<String> known) {
        String text = row.text(field);
        if (text != null && !known.contains(of(text))) {
            row.repaired(field, Rule.ENUM_NEW.name(), text);
        }
    }

    /** Returns lower case with one space for dots, hyphens and underscores: {@code Request Can.} is {@code request can}. */
    static String of(String text) {
        return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
