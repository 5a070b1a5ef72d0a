package dev.crmmigration.examples.quickstart.export;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as CSV. Not thread-safe. */
final class CsvText {

    private final List<String> header;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    CsvText(List<String> header, String lineEnd) {
        this.header = List.copyOf(header);
        this.lineEnd = lineEnd;
        cells(header);
    }

    /** Adds a row; a column without a value stays empty. */
    CsvText row(Map<String, String> values) {
        List<String> cells = new ArrayList<>();
        header.forEach(column -> cells.add(values.getOrDefault(column, "")));
        if (!header.containsAll(values.keySet())) {
            throw new IllegalArgumentException("a row has columns that the header lacks");
        }
        return cells(cells);
    }

    CsvText cells(List<String> cells) {
        return line(cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")));
    }

    /** Adds a line as it is. */
    CsvText line(String line) {
        text.append(line).append(lineEnd);
        return this;
    }

    byte[] bytes(Charset charset) {
        byte[] bytes = text.toString().getBytes(charset);
        if (!new String(bytes, charset).contentEquals(text)) {
            throw new IllegalStateException("not every character can be written as " + charset);
        }
        return bytes;
    }

    private static String quoted(String cell) {
        boolean plain = cell.equals(cell.strip()) && cell.chars().noneMatch(one -> ",\"\r\n".indexOf(one) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
