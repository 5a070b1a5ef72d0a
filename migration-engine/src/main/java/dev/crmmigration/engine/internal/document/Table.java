package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under named columns. */
record Table(String title, List<String> columns, List<List<Cell>> rows) implements Block {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Builder titled(String title, String... columns) {
        return new Builder(title, List.of(columns));
    }

    boolean isNumber(int column) {
        return rows.stream().allMatch(row -> row.get(column).isNumber());
    }

    /** Returns it without the columns that hold nothing but zeros, except the first one. */
    Table withoutZeros() {
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(column -> column == 0 || rows.stream().anyMatch(row -> !isZero(row.get(column))))
                .boxed()
                .toList();
        return new Table(
                title,
                kept.stream().map(columns::get).toList(),
                rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    private static boolean isZero(Cell cell) {
        return cell.isNumber() && cell.text().equals("0");
    }

    static final class Builder {
        private final String title;
        private final List<String> columns;
        private final List<List<Cell>> rows = new ArrayList<>();

        private Builder(String title, List<String> columns) {
            this.title = title;
            this.columns = columns;
        }

        Builder row(Object... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException("the table " + title + " has " + columns.size() + " columns");
            }
            rows.add(Stream.of(cells).map(Cell::of).toList());
            return this;
        }

        Table build() {
            return new Table(title, columns, rows);
        }
    }
}
