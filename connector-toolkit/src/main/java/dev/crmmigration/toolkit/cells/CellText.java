package dev.crmmigration.toolkit.cells;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What spreadsheets put around the text of a cell. */
public final class CellText {

    private static final Pattern WRAPPED = Pattern.compile("=\"([^\"]*)\"");
    private static final String FORMULA = "=+-@";

    private CellText() {}

    /** Returns the text without blanks around it and without what a spreadsheet wraps around it. */
    static String unwrapped(String raw) {
        String text = withoutBlanks(raw);
        if (text.startsWith("=\"")) {
            Matcher matcher = WRAPPED.matcher(text);
            return matcher.matches() ? withoutBlanks(matcher.group(1)) : text;
        }
        return text.startsWith("'") ? text.substring(1) : text;
    }

    static boolean isWrapped(String text) {
        return text.startsWith("=\"") && WRAPPED.matcher(text).matches();
    }

    /** Tells whether an apostrophe or tab stands before what a spreadsheet would take for a formula. */
    static boolean isGuarded(String text) {
        return text.length() > 1
                && (text.charAt(0) == '\'' || text.charAt(0) == '\t')
                && FORMULA.indexOf(text.charAt(1)) >= 0;
    }

    /**
     * Returns text that a spreadsheet takes for text: with an apostrophe before what it would take for a formula. For files
     * that people open; reading takes it away again.
     */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Also blanks that do not break lines. */
    static String withoutBlanks(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character == '\u00A0' || (character > 127 && Character.isWhitespace(character));
    }
}
