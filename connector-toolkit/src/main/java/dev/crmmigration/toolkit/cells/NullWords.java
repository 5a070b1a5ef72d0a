package dev.crmmigration.toolkit.cells;

import java.util.Locale;
import java.util.Set;

/** Words that programs write for nothing. */
final class NullWords {

    private static final int LONGEST = 9;
    private static final String FIRST = "nNuU-(#";
    private static final Set<String> WORDS =
            Set.of("n/a", "na", "null", "none", "-", "--", "(blank)", "undefined", "nan", "#n/a");

    private NullWords() {}

    static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && FIRST.indexOf(text.charAt(0)) >= 0
                && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Tells whether the word is one of those that the column knows. */
    static boolean isMeant(Cell cell) {
        return cell.column().words().containsKey(CellColumn.word(cell.text()));
    }
}
