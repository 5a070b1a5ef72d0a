package dev.crmmigration.connector.kartra;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the simple kinds of cells. */
final class Cells {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,18})(\\.0+)?");

    private Cells() {}

    /** Returns text on one line. */
    static String line(String key, String text, Row row) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        row.repaired(key, "line-break", text);
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }

    static Long number(String column, String text) throws RowRefusedException {
        var matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            throw new RowRefusedException(column, "number: the cell is no whole number. Correct it, or empty it");
        }
        return Long.valueOf(matcher.group(1));
    }

    static Boolean yesOrNo(String column, String text) throws RowRefusedException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1" -> true;
            case "no", "n", "false", "0" -> false;
            default ->
                throw new RowRefusedException(
                        column, "yes-no: the cell is neither Yes nor No, neither 1 nor 0. Correct it, or empty it");
        };
    }
}
