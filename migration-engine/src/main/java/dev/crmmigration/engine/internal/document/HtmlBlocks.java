package dev.crmmigration.engine.internal.document;

import java.util.List;
import java.util.stream.Collectors;

/** Blocks as HTML. Long tables begin folded; the page unfolds them for print. */
final class HtmlBlocks {

    private static final int SHORT = 12;

    private final SvgCharts charts = new SvgCharts();

    String section(int number, Section section) {
        StringBuilder html = new StringBuilder();
        html.append("<section class=\"part\" aria-labelledby=\"s%d\">\n<h2 id=\"s%d\">%s</h2>\n"
                .formatted(number, number, Html.escape(section.title())));
        section.blocks().forEach(block -> html.append(block(block)));
        return html.append("</section>\n").toString();
    }

    private String block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + Html.escape(paragraph.text()) + "</p>\n";
        }
        if (block instanceof Block.Items items) {
            return items(items);
        }
        if (block instanceof Block.Figures figures) {
            return figures(figures);
        }
        if (block instanceof Table table) {
            return table(table);
        }
        if (block instanceof Block.Fold fold) {
            return fold(
                    fold.title(),
                    fold.count(),
                    fold.blocks().stream().map(this::inner).collect(Collectors.joining()));
        }
        return block instanceof FlowChart flow ? charts.flow(flow) : charts.bars((BarChart) block);
    }

    /** Returns a block of a fold, which has the title of a table already. */
    private String inner(Block block) {
        return block instanceof Table table ? grid(table) : block(block);
    }

    private static String fold(String title, String count, String html) {
        return "<details class=\"fold\"><summary><h3>%s</h3> <span class=\"count\">%s</span></summary>\n%s</details>\n"
                .formatted(Html.escape(title), Html.escape(count), html);
    }

    private static String items(Block.Items items) {
        StringBuilder html = new StringBuilder("<h3>" + Html.escape(items.heading()) + "</h3>\n<ul>\n");
        items.items()
                .forEach(item -> html.append("<li>").append(Html.escape(item)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    private static String figures(Block.Figures figures) {
        StringBuilder html = new StringBuilder("<dl class=\"figures\">\n");
        figures.figures()
                .forEach(figure -> html.append("<div class=\"figure %s\"><dt>%s</dt><dd>%s</dd></div>\n"
                        .formatted(
                                Words.plain(figure.tone().name()),
                                Html.escape(figure.label()),
                                Html.escape(figure.value()))));
        return html.append("</dl>\n").toString();
    }

    private static String table(Table table) {
        return table.rows().size() <= SHORT
                ? "<h3>" + Html.escape(table.title()) + "</h3>\n" + grid(table)
                : fold(table.title(), Words.count(table.rows().size(), "row"), grid(table));
    }

    /** What is too wide is scrolled, also by the keyboard. */
    private static String grid(Table table) {
        StringBuilder html = new StringBuilder(
                "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"%s\"><table>\n<thead><tr>"
                        .formatted(Html.escape(table.title())));
        for (int column = 0; column < table.columns().size(); column++) {
            html.append("<th scope=\"col\"%s>%s</th>"
                    .formatted(
                            table.isNumber(column) ? " class=\"n\"" : "",
                            Html.escape(table.columns().get(column))));
        }
        html.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(row -> html.append(row(row)));
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String row(List<Cell> row) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int column = 0; column < row.size(); column++) {
            Cell cell = row.get(column);
            String text = Html.escape(cell.shown());
            if (column == 0) {
                html.append("<th scope=\"row\">").append(text).append("</th>");
            } else if (cell.isNumber()) {
                html.append("<td class=\"n\">").append(text).append("</td>");
            } else {
                html.append(text.length() > 60 ? "<td class=\"long\">" : "<td>")
                        .append(text)
                        .append("</td>");
            }
        }
        return html.append("</tr>\n").toString();
    }
}
