package dev.crmmigration.toolkit.cells;

import dev.crmmigration.toolkit.damage.Rule;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows by the kinds of their columns. Not thread-safe. */
public final class CellReader {

    private final List<CellColumn> columns;
    private final TextCells texts = new TextCells();
    private final KeyCells keys;
    private final WordCells words;
    private final NumberCells numbers;
    private final DateCells dates;
    private final Cell cell = new Cell();
    /** Whether the cells are wanted as they stand, all of them and in the order of the file. */
    private final boolean asTheyStand;

    /**
     * @param columns the columns to read, in the order in which they are given out
     * @param file the file, for messages
     * @param evidence what the whole columns show; asked for only when a cell needs it
     */
    public CellReader(
            String file, List<CellColumn> columns, ReadingOptions options, Supplier<ColumnEvidence> evidence) {
        this.columns = List.copyOf(columns);
        this.asTheyStand = asTheyStand(this.columns);
        this.keys = new KeyCells(options, evidence);
        this.words = new WordCells();
        this.numbers = new NumberCells(evidence);
        this.dates = new DateCells(file, options, evidence);
    }

    private static boolean asTheyStand(List<CellColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() != Kind.RAW || columns.get(i).index() != i) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a row.
     *
     * @param row its cells, one for each column of the file
     * @param marks what characters the row has, by {@link CellMarks}
     */
    public ReadCells read(List<String> row, int marks) {
        if (asTheyStand && row.size() == columns.size()) {
            return new ReadCells(row, Collections.unmodifiableList(row), List.of(), null);
        }
        String[] read = new String[columns.size()];
        @Nullable Object[] values = new Object[columns.size()];
        cell.startRow(row);
        for (int i = 0; i < read.length; i++) {
            cell.start(i, columns.get(i));
            read(marks);
            read[i] = cell.text();
            values[i] = cell.value();
        }
        return new ReadCells(
                Collections.unmodifiableList(Arrays.asList(read)),
                Collections.unmodifiableList(Arrays.asList(values)),
                cell.mends(),
                cell.refusal());
    }

    private void read(int marks) {
        Kind kind = cell.column().kind();
        if (kind == Kind.RAW) {
            cell.hold(cell.text());
            return;
        }
        texts.clean(cell, marks);
        if (cell.text().isEmpty()) {
            cell.clear();
            return;
        }
        if (kind.hasNullWords() && NullWords.isOne(cell.text()) && !NullWords.isMeant(cell)) {
            cell.clear(Rule.NULL_TEXT);
            return;
        }
        switch (kind) {
            case RAW, TEXT, LONG_TEXT, URL, COUNTRY -> cell.hold(cell.text());
            case ID, REFERENCE, CODE, EMAIL, PHONE, POSTCODE -> keys.read(cell);
            case CURRENCY, CHOICE, LIST, BOOLEAN -> words.read(cell);
            case INTEGER, DECIMAL, MONEY -> numbers.read(cell);
            case DATE, MOMENT -> dates.read(cell);
        }
    }
}
