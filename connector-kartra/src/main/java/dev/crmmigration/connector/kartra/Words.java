package dev.crmmigration.connector.kartra;

import java.util.Locale;
import java.util.regex.Pattern;

/** Brings the words that Kartra spells in several ways to one spelling. */
final class Words {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s._-]+");

    private Words() {}

    /** Returns lower case with one space for dots, hyphens and underscores: {@code Request Can.} is {@code request can}. */
    static String of(String text) {
        return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
