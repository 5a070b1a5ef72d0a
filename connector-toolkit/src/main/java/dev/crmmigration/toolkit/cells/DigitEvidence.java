package dev.crmmigration.toolkit.cells;

import java.util.regex.Pattern;

/** Looks at all ids of a column to find out whether a spreadsheet cut them to 15 digits. Not thread-safe. */
final class DigitEvidence {

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{16,}");
    private static final int KEPT = 15;
    /** So many ids do not end in zeros by chance. */
    private static final int ENOUGH = 5;

    private long cut;
    private long whole;

    void see(String text) {
        if (isLong(text)) {
            cut += isCut(text) ? 1 : 0;
            whole += isCut(text) ? 0 : 1;
        }
    }

    static boolean isLong(String text) {
        return text.length() > KEPT && LONG_NUMBER.matcher(text).matches();
    }

    /** Tells whether all digits after the fifteenth are zeros. */
    static boolean isCut(String text) {
        return text.substring(KEPT).chars().allMatch(character -> character == '0');
    }

    /** Tells whether ids that end in zeros lost their digits, rather than being so. */
    boolean lostDigits() {
        return cut > 0 && (whole > 0 || cut >= ENOUGH);
    }
}
