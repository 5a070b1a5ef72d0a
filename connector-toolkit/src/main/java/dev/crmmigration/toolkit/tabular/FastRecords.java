package dev.crmmigration.toolkit.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads records as long as nothing is wrong with them. Not thread-safe. */
final class FastRecords implements AutoCloseable {

    /** No cell is longer: memory has to hold it. */
    static final int MAX_CELL_CHARS = 1 << 22;

    private final CellCollector collector;
    private final CloseableIterator<Rec> records;
    private final long skipped;

    /**
     * @param text the text from the line after the skipped ones; it is closed with this
     * @param skipped how many lines of the file stand before it
     */
    FastRecords(Reader text, char delimiter, long skipped) {
        this(text, delimiter, skipped, false);
    }

    /** @param clean whether the text has no control characters but for tabs and line ends */
    FastRecords(Reader text, char delimiter, long skipped, boolean clean) {
        this.collector = new CellCollector(clean);
        this.skipped = skipped;
        this.records = reader(delimiter, MAX_CELL_CHARS).build(collector, text).iterator();
    }

    static CsvReader.CsvReaderBuilder reader(char delimiter, int longestCell) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(longestCell);
    }

    /** Returns the next record, {@code null} at the end; a broken one if its quotes do not fit, after which reading ends. */
    @Nullable
    Rec next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            Rec next = records.next();
            return skipped == 0 ? next : new Rec(skipped + next.line(), next.cells(), next.marks(), next.notes(), null);
        } catch (CsvParseException e) {
            return Rec.broken(skipped + collector.nextLine(), "");
        }
    }

    /** Tells whether the quotes of the last record have to be looked at, although they fit. */
    boolean isDoubtful() {
        return collector.hasLongCell();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
