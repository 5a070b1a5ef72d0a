package dev.crmmigration.toolkit.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a file show as wholes: the order of dates, the decimal mark, lost digits. It has to see all rows before
 * it is asked. Not thread-safe.
 */
public final class ColumnEvidence {

    private final List<CellColumn> columns;
    private final ReadingOptions options;
    private final List<DateEvidence> dates = new ArrayList<>();
    private final List<NumberEvidence> numbers = new ArrayList<>();
    private final List<DigitEvidence> digits = new ArrayList<>();

    public ColumnEvidence(List<CellColumn> columns, ReadingOptions options) {
        this.columns = List.copyOf(columns);
        this.options = options;
        for (int i = 0; i < columns.size(); i++) {
            dates.add(new DateEvidence());
            numbers.add(new NumberEvidence());
            digits.add(new DigitEvidence());
        }
    }

    /** Looks at the cells of a row. */
    public void see(List<String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            CellColumn column = columns.get(i);
            if (column.index() < cells.size()) {
                see(i, column.kind(), cells.get(column.index()));
            }
        }
    }

    private void see(int i, Kind kind, String raw) {
        if (kind.isDate()) {
            DateText date = DateText.of(CellText.unwrapped(raw));
            if (date != null) {
                dates.get(i).see(date);
            }
        } else if (kind.isNumber()) {
            NumberText number = NumberText.of(CellText.unwrapped(raw));
            if (number != null) {
                numbers.get(i).see(number);
            }
        } else if (kind == Kind.ID || kind == Kind.REFERENCE) {
            digits.get(i).see(CellText.unwrapped(raw));
        }
    }

    Optional<DateOrder> dateOrder(int column) {
        return dates.get(column).order(columns.get(column), options);
    }

    boolean isMixed(int column) {
        return dates.get(column).isMixed();
    }

    Optional<DecimalMark> decimalMark(int column) {
        return numbers.get(column).mark(options);
    }

    boolean lostDigits(int column) {
        return digits.get(column).lostDigits();
    }
}
