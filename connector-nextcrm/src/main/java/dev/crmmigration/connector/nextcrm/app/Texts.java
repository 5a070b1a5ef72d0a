package dev.crmmigration.connector.nextcrm.app;

import java.util.regex.Pattern;

/** Texts on one line. */
final class Texts {

    /** What {@code String.lines} takes for the end of a line, with blanks around it. */
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]\\s*");

    private Texts() {}

    static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }

    static String line(String text) {
        return isOneLine(text) ? text : LINE_BREAKS.matcher(text).replaceAll(" ");
    }
}
