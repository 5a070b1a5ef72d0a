package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.tabular.CsvLines.CsvLine;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file from the first to the last, holding one at a time. Not thread-safe. */
public final class TabularReader implements AutoCloseable {

    private static final int MAX_BROKEN_QUOTES = 100;
    private static final String QUOTES = "broken-quotes: a quote in this line is never closed, or text follows one that"
            + " is. Double the quotes within the cell, or export the file again";

    private final TabularFile file;
    private final RowShape shape;
    private @Nullable CsvLines lines;
    private @Nullable List<String> header;
    private int brokenQuotes;
    private long line;

    TabularReader(TabularFile file) {
        this.file = file;
        this.shape = new RowShape(file);
    }

    /**
     * Returns the next row. Blank lines and repeated headers are no rows.
     *
     * @return {@code null} at the end
     * @throws RetryableConnectorException if the file cannot be read now
     * @throws ConfigurationException if so many quotes do not fit that the file is no such table
     */
    public @Nullable TabularRow next() {
        try {
            CsvLine next = nextBelowHeader();
            if (next == null) {
                return null;
            }
            line = next.number();
            return next.cells() == null ? brokenQuotes() : shape.row(line, next.cells());
        } catch (IOException e) {
            throw RetryableConnectorException.of(
                    "file " + file.name() + " of the export cannot be read after line " + line
                            + ". Check that the disk it is on is there",
                    e);
        }
    }

    /** Passes over rows, so that a later read goes on where an earlier one stood. */
    public void skip(long rows) {
        for (long left = rows; left > 0 && next() != null; left--) {}
    }

    /** Returns how many rows so far repeated the header. */
    public long repeatedHeaders() {
        return shape.repeatedHeaders();
    }

    private @Nullable CsvLine nextBelowHeader() throws IOException {
        CsvLines open = lines;
        if (open == null) {
            open = file.lines();
            lines = open;
        }
        CsvLine next = open.next();
        if (header == null && next != null) {
            header = next.cells();
            next = open.next();
        }
        while (next != null && next.cells() != null && next.cells().equals(header)) {
            shape.headerAgain();
            next = open.next();
        }
        return next;
    }

    private TabularRow brokenQuotes() {
        brokenQuotes++;
        if (brokenQuotes > MAX_BROKEN_QUOTES) {
            throw new ConfigurationException("file " + file.name() + ", line " + line + ": more than "
                    + MAX_BROKEN_QUOTES + " lines have quotes that do not fit. Export the file again as CSV");
        }
        return shape.broken(line, QUOTES);
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw RetryableConnectorException.of("file " + file.name() + " of the export cannot be closed", e);
        }
    }
}
