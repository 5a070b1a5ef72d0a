package dev.crmmigration.engine.internal.automation;

import java.util.ArrayList;
import java.util.List;

/** The rows of a small CSV text as a spreadsheet writes it: RFC 4180, with commas or semicolons. */
final class CsvRows {

    private final String text;
    private final char comma;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private CsvRows(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String header = this.text.lines().findFirst().orElse("");
        this.comma = header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    /** Returns the rows, those without any text left out; an apostrophe that guards a formula is taken away. */
    static List<List<String>> of(String text) {
        return new CsvRows(text).read();
    }

    private List<List<String>> read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == comma || c == '\n')) {
                endCell();
                if (c == '\n') {
                    endRow();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        endCell();
        endRow();
        return rows;
    }

    private void endCell() {
        String value = cell.toString().strip();
        boolean isGuarded = value.length() > 1 && value.charAt(0) == '\'' && "=+-@".indexOf(value.charAt(1)) >= 0;
        row.add(isGuarded ? value.substring(1) : value);
        cell.setLength(0);
    }

    private void endRow() {
        if (row.stream().anyMatch(value -> !value.isEmpty())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
