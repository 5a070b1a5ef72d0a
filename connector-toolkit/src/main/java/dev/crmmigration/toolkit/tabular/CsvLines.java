package dev.crmmigration.toolkit.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a delimited file one by one. Where quotes do not fit, the first line of the record is given back as
 * broken and reading goes on with the line after it, so that one stray quote does not swallow the file.
 */
final class CsvLines implements AutoCloseable {

    /** Longer cells are taken for a quote that is never closed. */
    private static final int MAX_CELL_CHARS = 1 << 22;

    private final Path file;
    private final TextEncoding encoding;
    private final char delimiter;
    private final CellCollector collector = new CellCollector();
    private CloseableIterator<CsvLine> records;
    private long skipped;

    CsvLines(Path file, TextEncoding encoding, char delimiter) throws IOException {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.records = open(0);
    }

    /**
     * A record that is not empty.
     *
     * @param number its first line in the file, from 1
     * @param cells its cells, or {@code null} if its quotes do not fit
     */
    record CsvLine(long number, @Nullable List<String> cells) {}

    /** Returns the next record that is not blank, or {@code null} at the end. */
    @Nullable
    CsvLine next() throws IOException {
        while (true) {
            CsvLine line = nextOrBroken();
            if (line == null || line.cells() == null || !isBlank(line.cells())) {
                return line;
            }
        }
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    private @Nullable CsvLine nextOrBroken() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvLine line = records.next();
            return new CsvLine(skipped + line.number(), line.cells());
        } catch (CsvParseException e) {
            long broken = skipped + collector.nextLine();
            records.close();
            records = open(broken);
            return new CsvLine(broken, null);
        }
    }

    private CloseableIterator<CsvLine> open(long linesToSkip) throws IOException {
        Reader text = encoding.open(file);
        try {
            LineSkipper.skip(text, linesToSkip);
        } catch (IOException e) {
            text.close();
            throw e;
        }
        skipped = linesToSkip;
        collector.startOver();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_CELL_CHARS)
                .build(collector, text)
                .iterator();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
