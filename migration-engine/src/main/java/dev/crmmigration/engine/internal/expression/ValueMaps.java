package dev.crmmigration.engine.internal.expression;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value maps of a plan. */
public interface ValueMaps {

    /** Accents and vowel signs that do not melt into their letter belong to it all the same. */
    Pattern OTHER_THAN_LETTERS_AND_DIGITS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /**
     * Returns what a map says for a value, compared in the {@linkplain #normal normal form}; empty if it says nothing.
     *
     * @param value the value as the record has it, never blank
     */
    Optional<String> lookup(String map, String value);

    /**
     * Returns the form in which value maps compare: lower case, every run of characters that are neither letters nor
     * digits as one space, none at the ends. A value of such characters alone stays what it is.
     */
    static String normal(String value) {
        String lower = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words =
                OTHER_THAN_LETTERS_AND_DIGITS.matcher(lower).replaceAll(" ").strip();
        return words.isEmpty() ? lower.strip() : words;
    }
}
