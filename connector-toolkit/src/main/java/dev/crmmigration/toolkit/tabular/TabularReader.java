package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.damage.Rule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file from the first to the last, holding few at a time. Not thread-safe. */
public final class TabularReader implements AutoCloseable {

    private static final int MAX_BROKEN_QUOTES = 100;

    private final TabularFile file;
    private final OptionalLong expected;
    private final RowReading reading;
    private final RowCheck check;
    private final Deque<Rec> waiting = new ArrayDeque<>();
    private final List<List<String>> footers = new ArrayList<>();
    private @Nullable RecordStream records;
    private long repeatedHeaders;
    private int brokenQuotes;
    private long line;
    private long rows;

    TabularReader(TabularFile file, ColumnReading columns, OptionalLong expected) {
        this.file = file;
        this.expected = expected;
        this.reading = new RowReading(file, columns);
        this.check = new RowCheck(columns.columns(), file.width());
    }

    /**
     * Returns the next row. Blank lines, repeated headers and what stands below the last row are no rows.
     *
     * @return {@code null} at the end
     * @throws RetryableConnectorException if the file cannot be read now
     * @throws ConfigurationException if the file ends too early, a column has two readings, or so many quotes do not fit that
     *     the file is no such table
     */
    public @Nullable TabularRow next() {
        try {
            Rec next = nextRecord();
            if (next == null) {
                checkCount();
                return null;
            }
            rows++;
            line = next.line();
            countQuotes(next);
            return reading.row(next, open().isGuessed(next));
        } catch (IOException e) {
            throw failed(file.name(), line, e);
        }
    }

    static RuntimeException failed(String file, long line, IOException e) {
        if (e instanceof DamagedFileException) {
            return new ConfigurationException(
                    "file " + file + " of the export, after line " + line + ": " + e.getMessage());
        }
        return RetryableConnectorException.of(
                "file " + file + " of the export cannot be read after line " + line
                        + ". Check that the disk it is on is there",
                e);
    }

    /** Passes over rows, so that a later read goes on where an earlier one stood. */
    public void skip(long rows) {
        for (long left = rows; left > 0 && next() != null; left--) {}
    }

    /** Returns how many rows so far repeated the header. */
    public long repeatedHeaders() {
        return repeatedHeaders;
    }

    /** Returns the cells of the lines below the last row, such as totals; known at the end. */
    public List<List<String>> footers() {
        return List.copyOf(footers);
    }

    private RecordStream open() throws IOException {
        RecordStream open = records;
        if (open == null) {
            open = file.records(check);
            records = open;
        }
        return open;
    }

    private @Nullable Rec nextRecord() throws IOException {
        if (!waiting.isEmpty()) {
            return waiting.poll();
        }
        Rec next = nextThatCounts();
        List<Rec> below = new ArrayList<>();
        while (next != null && next.problem() == null && check.isFooter(next.cells())) {
            below.add(next);
            next = nextThatCounts();
        }
        if (next == null) {
            below.forEach(rec -> footers.add(rec.cells()));
            return null;
        }
        waiting.addAll(below);
        waiting.add(next);
        return waiting.poll();
    }

    private @Nullable Rec nextThatCounts() throws IOException {
        Rec next = open().next();
        while (next != null && (next.isBlank() || isHeader(next))) {
            next = open().next();
        }
        if (next != null) {
            checkEnd(next);
        }
        return next;
    }

    private boolean isHeader(Rec rec) {
        boolean isHeader = rec.cells().size() == file.width()
                && file.width() > 0
                && rec.cells().get(0).equals(file.headers().get(0))
                && rec.cells().equals(file.headers());
        if (isHeader) {
            repeatedHeaders++;
            reading.headerAgain();
        }
        return isHeader;
    }

    /** A row that ends within a line is the last that was written. */
    private void checkEnd(Rec rec) throws IOException {
        boolean isShort = rec.problem() != null
                || rec.cells().size() < file.width()
                || (!rec.notes().isEmpty() && rec.notes().stream().anyMatch(note -> note.rule() == Rule.ROW_SHORT));
        if (isShort && !file.textEncoding().ended() && open().isLast() && !isBelow(rec)) {
            throw new DamagedFileException(
                    Rule.TRUNCATED,
                    "its last row ends before the last column, without a line end. Export or copy it again");
        }
    }

    private boolean isBelow(Rec rec) {
        return rec.problem() == null && check.isFooter(rec.cells());
    }

    private void checkCount() throws IOException {
        if (expected.isPresent() && expected.getAsLong() != rows) {
            throw new DamagedFileException(
                    Rule.TRUNCATED,
                    "it has " + rows + " rows but the manifest says " + expected.getAsLong()
                            + ". Export or copy it again");
        }
    }

    private void countQuotes(Rec rec) {
        String problem = rec.problem();
        brokenQuotes += problem != null && problem.startsWith("QUOTE") ? 1 : 0;
        if (brokenQuotes > MAX_BROKEN_QUOTES) {
            throw new ConfigurationException("file " + file.name() + ", line " + line + ": more than "
                    + MAX_BROKEN_QUOTES + " lines have quotes that do not fit. Export the file again as CSV");
        }
    }

    @Override
    public void close() {
        try {
            if (records != null) {
                records.close();
            }
        } catch (IOException e) {
            throw RetryableConnectorException.of("file " + file.name() + " of the export cannot be closed", e);
        }
    }
}
