package dev.crmmigration.examples.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A table of text whose columns are as wide as their cells; columns of numbers are aligned right. Not thread-safe. */
public final class Table {

    private static final int WIDEST_CELL = 72;
    private static final String GAP = "  ";

    private final List<String> headers;
    private final List<List<Object>> rows = new ArrayList<>();
    private final Set<Integer> hidden = new TreeSet<>();

    private Table(List<String> headers) {
        this.headers = headers;
    }

    public static Table of(String... headers) {
        return new Table(List.of(headers));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are headers: text or whole numbers
     */
    public Table row(Object... cells) {
        if (cells.length != headers.size()) {
            throw new IllegalArgumentException("a row needs " + headers.size() + " cells but has " + cells.length);
        }
        rows.add(List.copyOf(Arrays.asList(cells)));
        return this;
    }

    /** Leaves out columns of numbers that are nothing but zeros, so that a wide report stays readable. */
    public Table withoutZeros() {
        IntStream.range(0, headers.size())
                .filter(column -> rows.stream().allMatch(row -> isZero(row.get(column))))
                .forEach(hidden::add);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public int size() {
        return rows.size();
    }

    /** Returns the header and at most so many rows as lines. */
    List<String> lines(int most) {
        List<Integer> columns = IntStream.range(0, headers.size())
                .filter(column -> !hidden.contains(column))
                .boxed()
                .toList();
        List<List<Object>> shown = rows.subList(0, Math.min(most, rows.size()));
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, List.copyOf(headers), shown));
        shown.forEach(row -> lines.add(line(columns, row, shown)));
        return lines;
    }

    private String line(List<Integer> columns, List<?> cells, List<List<Object>> shown) {
        StringBuilder line = new StringBuilder();
        for (int column : columns) {
            String cell = text(cells.get(column));
            String padding = " ".repeat(Math.max(0, width(column, shown) - cell.length()));
            line.append(line.isEmpty() ? "" : GAP);
            line.append(isNumeric(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column, List<List<Object>> shown) {
        int widest = shown.stream()
                .mapToInt(row -> text(row.get(column)).length())
                .max()
                .orElse(0);
        return Math.max(headers.get(column).length(), widest);
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column) instanceof Number);
    }

    private static boolean isZero(Object cell) {
        return cell instanceof Number number && number.longValue() == 0;
    }

    private static String text(Object cell) {
        if (cell instanceof Number number) {
            return Words.number(number.longValue());
        }
        String text = cell.toString().replaceAll("\\s+", " ").strip();
        return text.length() <= WIDEST_CELL ? text : text.substring(0, WIDEST_CELL - 3) + "...";
    }
}
