package dev.crmmigration.toolkit.cells;

/** What characters a cell has, told while it is parsed, so that clean cells are not looked at again. */
public final class CellMarks {

    /** A character beyond ASCII. */
    public static final int BEYOND_ASCII = 1;

    /** A control character, tab and line ends among them. */
    public static final int CONTROL = 2;

    /** A quote. */
    public static final int QUOTE = 4;

    /** All marks, for cells that nobody looked at. */
    public static final int UNKNOWN = BEYOND_ASCII | CONTROL | QUOTE;

    private static final byte[] MARKS = new byte[128];

    static {
        for (int i = 0; i < ' '; i++) {
            MARKS[i] = CONTROL;
        }
        MARKS[0x7F] = CONTROL;
        MARKS['"'] = QUOTE;
    }

    private CellMarks() {}

    /** Returns the marks of a part of a buffer. */
    public static int of(char[] buffer, int offset, int length) {
        int marks = 0;
        for (int i = offset; i < offset + length; i++) {
            char character = buffer[i];
            marks |= character < 128 ? MARKS[character] : BEYOND_ASCII;
        }
        return marks;
    }

    /**
     * Returns the marks of a part of a buffer that has no control characters but for line ends, without a look at each
     * character where the machine has a shorter way.
     *
     * @param text the part as text
     * @param quoted whether it may have line ends, instead of quotes
     */
    public static int ofClean(char[] buffer, int offset, int length, String text, boolean quoted) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all |= buffer[i];
        }
        int marks = all > 127 ? BEYOND_ASCII : 0;
        if (quoted) {
            return marks | (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 ? CONTROL : 0);
        }
        return marks | (text.indexOf('"') >= 0 ? QUOTE : 0);
    }

    public static int of(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            marks |= character < 128 ? MARKS[character] : BEYOND_ASCII;
        }
        return marks;
    }
}
