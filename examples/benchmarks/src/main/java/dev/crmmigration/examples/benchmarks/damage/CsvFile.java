package dev.crmmigration.examples.benchmarks.damage;

import java.util.ArrayList;
import java.util.List;

/** Writes tables as CSV, well or badly. */
final class CsvFile {

    private final String delimiter;
    private final String lineEnd;
    private final boolean backslash;

    CsvFile(String delimiter, String lineEnd, boolean backslash) {
        this.delimiter = delimiter;
        this.lineEnd = lineEnd;
        this.backslash = backslash;
    }

    static CsvFile usual() {
        return new CsvFile(",", "\n", false);
    }

    String lineEnd() {
        return lineEnd;
    }

    String cell(String text) {
        boolean plain =
                !text.contains(delimiter) && !text.contains("\"") && !text.contains("\n") && !text.contains("\r");
        String escaped = backslash ? text.replace("\\", "\\\\").replace("\"", "\\\"") : text.replace("\"", "\"\"");
        return plain ? text : '"' + escaped + '"';
    }

    /** Returns a line without its end. */
    String line(List<String> cells) {
        return String.join(delimiter, cells.stream().map(this::cell).toList());
    }

    List<String> lines(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    String text(List<String> header, List<String> lines) {
        StringBuilder text = new StringBuilder(line(header)).append(lineEnd);
        lines.forEach(line -> text.append(line).append(lineEnd));
        return text.toString();
    }

    String text(List<List<String>> rows) {
        return text(CleanTable.HEADER, lines(rows));
    }
}
