package dev.crmmigration.toolkit.tabular;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Doubles quotes that have a backslash before them, and halves backslashes, within quoted cells. */
final class QuoteEscapes extends FilterReader {

    private final char delimiter;
    private boolean cellStart = true;
    private boolean quoted;
    private int pending = -1;

    QuoteEscapes(Reader text, char delimiter) {
        super(text);
        this.delimiter = delimiter;
    }

    @Override
    public int read() throws IOException {
        if (pending >= 0) {
            int next = pending;
            pending = -1;
            return next;
        }
        int next = in.read();
        if (quoted && next == '\\') {
            return escaped();
        }
        if (next == '"') {
            quoted = quoted ? false : cellStart;
        }
        cellStart = next == delimiter || next == '\n' || next == '\r';
        return next;
    }

    private int escaped() throws IOException {
        int next = in.read();
        if (next == '"') {
            pending = '"';
            return '"';
        }
        if (next != '\\') {
            pending = next;
        }
        return '\\';
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            buffer[offset + count++] = (char) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
