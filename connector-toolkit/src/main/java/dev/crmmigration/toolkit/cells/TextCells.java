package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.regex.Pattern;

/** Cleans the text of cells of what encodings, keyboards and spreadsheets left in it. Stateless. */
final class TextCells {

    private static final char NOT_TEXT = '\uFFFD';
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[ \\t]*[\\r\\n]+[ \\t\\r\\n]*");
    private static final Pattern HASHES = Pattern.compile("#{4,}");
    private static final Pattern WITH_APOSTROPHE = Pattern.compile("'[+(]?\\d.*");
    /** Letters around question marks: what is left of letters that an encoding did not have. */
    private static final Pattern LOST = Pattern.compile(".*\\p{L}\\?+\\p{Ll}.*");

    void clean(Cell cell, int marks) {
        if ((marks & (CellMarks.BEYOND_ASCII | CellMarks.CONTROL)) != 0) {
            cleanCharacters(cell, CellMarks.of(cell.text()));
        }
        char first = cell.text().isEmpty() ? 'a' : cell.text().charAt(0);
        char last = cell.text().isEmpty() ? 'a' : cell.text().charAt(cell.text().length() - 1);
        if (first == '\'' || first == '=' || first == '\t') {
            unwrap(cell);
        }
        if (cell.column().kind() == Kind.TEXT && cell.text().indexOf('?') > 0 && isLost(cell.text())) {
            cell.note(Rule.ENC_LOST);
        }
        if (cell.column().kind() != Kind.LONG_TEXT && (first <= ' ' || last <= ' ' || first > 127 || last > 127)) {
            cell.rewrite(CellText.withoutBlanks(cell.text()));
        }
        if (first == '#'
                && cell.column().kind() != Kind.LONG_TEXT
                && HASHES.matcher(cell.text()).matches()) {
            cell.clear(Rule.XL_HASHES);
        }
    }

    private static void cleanCharacters(Cell cell, int marks) {
        if ((marks & (CellMarks.BEYOND_ASCII | CellMarks.CONTROL)) == 0) {
            return;
        }
        if ((marks & CellMarks.BEYOND_ASCII) != 0) {
            cell.rewrite(Mojibake.undone(cell.text()), Rule.ENC_MOJIBAKE);
            if (cell.text().indexOf(NOT_TEXT) >= 0) {
                cell.note(Rule.ENC_LOST);
            }
        }
        if (cell.column().kind().isPlain()) {
            cell.rewrite(INVISIBLE.matcher(cell.text()).replaceAll(""), Rule.CTRL);
        } else if (cell.text().indexOf('\0') >= 0) {
            cell.rewrite(cell.text().replace("\0", ""), Rule.CTRL);
        }
        if ((marks & CellMarks.CONTROL) != 0) {
            lineEnds(cell);
        }
    }

    private static void lineEnds(Cell cell) {
        String text = cell.text();
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return;
        }
        if (cell.column().kind() == Kind.LONG_TEXT) {
            cell.rewrite(text.replace("\r\n", "\n").replace('\r', '\n'));
        } else {
            cell.rewrite(LINE_BREAKS.matcher(CellText.withoutBlanks(text)).replaceAll(" "), Rule.EOL);
        }
    }

    /** A formula is text: nothing of it is ever worked out. */
    private static void unwrap(Cell cell) {
        String text = cell.text();
        if (CellText.isWrapped(text)) {
            cell.rewrite(CellText.unwrapped(text), Rule.XL_WRAP);
        } else if (CellText.isGuarded(text)) {
            cell.rewrite(text.substring(1), Rule.XL_GUARD);
        } else if (text.charAt(0) == '\'' && mayLoseApostrophe(cell)) {
            cell.rewrite(text.substring(1), Rule.XL_WRAP);
        }
    }

    /** Names such as 't Hooft begin with one. */
    private static boolean mayLoseApostrophe(Cell cell) {
        Kind kind = cell.column().kind();
        return kind.tells()
                || kind == Kind.CODE
                || kind == Kind.POSTCODE
                || WITH_APOSTROPHE.matcher(cell.text()).matches();
    }

    /** Tells whether letters of a word were lost to question marks. */
    private static boolean isLost(String text) {
        return LOST.matcher(text).matches();
    }
}
