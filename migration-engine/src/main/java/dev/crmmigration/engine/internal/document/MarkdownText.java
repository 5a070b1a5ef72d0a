package dev.crmmigration.engine.internal.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document as Markdown, in which no value of a record can be taken for markup. */
final class MarkdownText {

    private MarkdownText() {}

    static String of(Document document) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(safe(document.title()))
                .append("\n\n")
                .append(safe(document.about()))
                .append('\n');
        for (Section section : document.sections()) {
            text.append("\n## ").append(safe(section.title())).append('\n');
            section.flat().forEach(block -> text.append('\n').append(block(block)));
        }
        return text.toString();
    }

    private static String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return safe(paragraph.text()) + "\n";
        }
        if (block instanceof Block.Items items) {
            return "### " + safe(items.heading()) + "\n\n" + lines(items.items());
        }
        if (block instanceof Block.Figures figures) {
            return lines(figures.figures().stream()
                    .map(figure -> figure.value() + " " + figure.label())
                    .toList());
        }
        if (block instanceof Table table) {
            return table(table);
        }
        return block instanceof BarChart chart
                ? table(ChartTables.of(chart))
                : table(ChartTables.of((FlowChart) block));
    }

    private static String lines(List<String> items) {
        return items.stream().map(item -> "- " + safe(item) + "\n").collect(Collectors.joining());
    }

    private static String table(Table table) {
        StringBuilder text = new StringBuilder("### " + safe(table.title()) + "\n\n|");
        table.columns().forEach(column -> text.append(' ').append(safe(column)).append(" |"));
        text.append("\n|");
        for (int column = 0; column < table.columns().size(); column++) {
            text.append(table.isNumber(column) ? " ---: |" : " --- |");
        }
        table.rows().forEach(row -> {
            text.append("\n|");
            row.forEach(cell -> text.append(' ').append(safe(cell.shown())).append(" |"));
        });
        return text.append('\n').toString();
    }

    /** Escapes what Markdown, or HTML in it, would take for markup; a line stays a line. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '\n', '\r', '\t' -> safe.append(' ');
                case '\\', '`', '*', '_', '{', '}', '[', ']', '|', '~', '#', '!' ->
                    safe.append('\\').append(letter);
                default -> safe.append(letter);
            }
        }
        return safe.toString();
    }
}
