package dev.crmmigration.engine.internal.document;

import java.util.List;
import java.util.stream.Collectors;

/** The tables of a document as CSV (RFC 4180): one after the other, each under its title if there are several. */
final class CsvText {

    private CsvText() {}

    static String of(Document document) {
        List<Table> tables = document.tables();
        return tables.stream()
                .map(table -> (tables.size() > 1 ? line(List.of(table.title())) : "") + table(table))
                .collect(Collectors.joining("\r\n"));
    }

    private static String table(Table table) {
        StringBuilder text = new StringBuilder(line(table.columns()));
        table.rows()
                .forEach(row -> text.append(row.stream()
                        .map(cell -> cell.isNumber() ? cell.text() : safe(cell.text()))
                        .collect(Collectors.joining(",", "", "\r\n"))));
        return text.toString();
    }

    private static String line(List<String> texts) {
        return texts.stream().map(CsvText::safe).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Returns a text that no spreadsheet takes for a formula (OWASP, CSV injection), in quotes where it needs them. */
    static String safe(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String guarded = isFormula ? "'" + text : text;
        boolean needsQuotes = guarded.chars().anyMatch(letter -> ",\"\r\n\t;".indexOf(letter) >= 0) || isFormula;
        return needsQuotes ? "\"" + guarded.replace("\"", "\"\"") + "\"" : guarded;
    }
}
