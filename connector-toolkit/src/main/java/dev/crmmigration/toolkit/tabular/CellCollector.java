package dev.crmmigration.toolkit.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.crmmigration.toolkit.cells.CellMarks;
import dev.crmmigration.toolkit.damage.Rule;
import dev.crmmigration.toolkit.tabular.Rec.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Collects the cells of a record, and what they need to be looked at for. */
final class CellCollector extends AbstractBaseCsvCallbackHandler<Rec> {

    /** A quoted cell with more lines or characters may have lost its closing quote. */
    private static final int MANY_LINES = 50;

    private static final int MANY_CHARS = 1 << 16;

    private final boolean clean;
    private String[] cells = new String[16];
    private int size;
    private int marks;
    private List<Note> notes = List.of();
    private long line;
    private long breaks;
    private long nextLine = 1;
    private boolean longCell;

    /** @param clean whether the text has no control characters but for tabs and line ends */
    CellCollector(boolean clean) {
        this.clean = clean;
    }

    /** Returns the first line of the record after the last one that was given out, from 1. */
    long nextLine() {
        return nextLine;
    }

    /** Tells whether the last record that was given out has a cell so long that its quote may have been lost. */
    boolean hasLongCell() {
        return longCell;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        size = 0;
        marks = 0;
        notes = List.of();
        line = startingLineNumber;
        breaks = 0;
        longCell = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        String cell = new String(buffer, offset, length);
        cells[size++] = cell;
        int found =
                clean ? CellMarks.ofClean(buffer, offset, length, cell, quoted) : CellMarks.of(buffer, offset, length);
        marks |= found;
        if (quoted && (found & CellMarks.CONTROL) != 0) {
            long lines = lineBreaks(buffer, offset, length);
            breaks += lines;
            longCell |= lines > MANY_LINES || length > MANY_CHARS;
        } else if (!quoted && (found & CellMarks.QUOTE) != 0) {
            note(index, cell);
        }
    }

    private void note(int index, String cell) {
        // What spreadsheets wrap around text is a rule of its own.
        if (cell.startsWith("=\"")) {
            return;
        }
        if (notes.isEmpty()) {
            notes = new ArrayList<>(1);
        }
        notes.add(new Note(Rule.QUOTE_STRAY, index, cell));
    }

    @Override
    protected Rec buildRecord() {
        nextLine = line + breaks + 1;
        return new Rec(
                line, Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(cells, size))), marks, notes, null);
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
