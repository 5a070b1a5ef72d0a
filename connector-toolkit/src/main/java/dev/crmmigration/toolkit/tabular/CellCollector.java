package dev.crmmigration.toolkit.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.crmmigration.toolkit.tabular.CsvLines.CsvLine;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a record and knows on which line the next record starts, even if that one cannot be read. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<CsvLine> {

    private List<String> cells = new ArrayList<>();
    private long line;
    private long breaks;
    private long nextLine = 1;

    void startOver() {
        cells = new ArrayList<>();
        nextLine = 1;
    }

    /** Returns the first line of the record after the last one that was given out, from 1. */
    long nextLine() {
        return nextLine;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>(cells.size());
        line = startingLineNumber;
        breaks = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        cells.add(new String(buffer, offset, length));
        if (quoted) {
            breaks += lineBreaks(buffer, offset, length);
        }
    }

    @Override
    protected CsvLine buildRecord() {
        nextLine = line + breaks + 1;
        return new CsvLine(line, cells);
    }

    private static long lineBreaks(char[] buffer, int offset, int length) {
        long count = 0;
        for (int i = offset; i < offset + length; i++) {
            boolean ends =
                    buffer[i] == '\n' || (buffer[i] == '\r' && (i + 1 == offset + length || buffer[i + 1] != '\n'));
            count += ends ? 1 : 0;
        }
        return count;
    }
}
