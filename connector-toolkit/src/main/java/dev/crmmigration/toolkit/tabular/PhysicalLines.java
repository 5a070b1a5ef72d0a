package dev.crmmigration.toolkit.tabular;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file with those that come after, to look ahead. Not thread-safe. */
final class PhysicalLines implements AutoCloseable {

    private final Reader text;
    private final List<String> ahead = new ArrayList<>();
    private int first;
    private long number;
    private boolean ended;

    /**
     * @param text the text from the line after the skipped ones
     * @param skipped how many lines of the file stand before it
     */
    PhysicalLines(Reader text, long skipped) {
        this.text = text;
        this.number = skipped + 1;
    }

    /** Returns the number of the line at 0, from 1. */
    long number() {
        return number;
    }

    /** Returns a line after the current one with its line end, {@code null} beyond the last. */
    @Nullable
    String peek(int distance) throws IOException {
        while (ahead.size() - first <= distance && !ended) {
            String line = readLine();
            if (line == null) {
                ended = true;
            } else {
                ahead.add(line);
            }
        }
        return first + distance < ahead.size() ? ahead.get(first + distance) : null;
    }

    /** Goes on to a later line. */
    void skip(int lines) {
        first += lines;
        number += lines;
        if (first > 256 || first == ahead.size()) {
            ahead.subList(0, Math.min(first, ahead.size())).clear();
            first = 0;
        }
    }

    private @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next >= 0; next = text.read()) {
            line.append((char) next);
            if (next == '\r') {
                text.mark(1);
                if (text.read() == '\n') {
                    line.append('\n');
                } else {
                    text.reset();
                }
            }
            boolean endless = line.length() >= FastRecords.MAX_CELL_CHARS;
            if (next == '\r' || next == '\n' || endless) {
                return line.toString();
            }
        }
        return line.length() == 0 ? null : line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
