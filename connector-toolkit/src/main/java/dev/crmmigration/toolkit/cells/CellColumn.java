package dev.crmmigration.toolkit.cells;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A column whose cells are read.
 *
 * @param index its position in the file, from 0
 * @param key the key of the field
 * @param header as written, for messages
 * @param kind how its cells are read
 * @param words for choices: what a word means, by its {@link #word}; empty if any word will do
 * @param related the position of the column that says the country of a postal code or the currency of an amount, or -1
 * @param misfit what becomes of a cell that is nothing of its kind
 * @param ordered whether the rows of an export stand in the order of its values, as those of a creation date do
 */
public record CellColumn(
        int index,
        String key,
        String header,
        Kind kind,
        Map<String, String> words,
        int related,
        Misfit misfit,
        boolean ordered) {

    /** What becomes of a cell that is nothing of its kind. */
    public enum Misfit {
        /** Its row is put aside. */
        REFUSE,
        /** It has no value, its text stays, and it is reported: for fields that the customer made. */
        REPORT,
        /** It has no value, its text stays: for connectors that judge it themselves. */
        KEEP
    }

    private static final Pattern BETWEEN = Pattern.compile("[\\s_\\-]+");

    public CellColumn {
        words = Map.copyOf(words);
    }

    /** Returns a column that needs nothing else. */
    public static CellColumn of(int index, String key, Kind kind) {
        return new CellColumn(index, key, key, kind, Map.of(), -1, Misfit.REFUSE, false);
    }

    /** Returns the form on which the words of choices are compared: case, blanks, hyphens and underscores do not matter. */
    public static String word(String text) {
        return BETWEEN.matcher(text.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
