package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.Reader;

/** Passes over lines that end with CR, LF or both. */
final class LineSkipper {

    private LineSkipper() {}

    /** Reads {@code text} up to the end of its {@code lines}th line. The reader must support {@code mark}. */
    static void skip(Reader text, long lines) throws IOException {
        for (long left = lines; left > 0; ) {
            int next = text.read();
            if (next < 0) {
                return;
            }
            if (next == '\r') {
                skipLineFeed(text);
            }
            if (next == '\r' || next == '\n') {
                left--;
            }
        }
    }

    private static void skipLineFeed(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\n') {
            text.reset();
        }
    }
}
