package dev.crmmigration.engine.internal.document;

import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import java.util.Locale;

/** Charts as inline SVG with a title and a description; their numbers stand in tables as well. */
final class SvgCharts {

    private static final int WIDTH = 480;
    private static final int ROW = 38;

    private int charts;

    String bars(BarChart chart) {
        StringBuilder svg = new StringBuilder();
        int y = 0;
        for (Bar bar : chart.bars()) {
            svg.append(bar(chart, bar, y));
            y += ROW;
        }
        return figure(chart.title(), chart.description(), y, svg.toString(), legend(chart));
    }

    private static String bar(BarChart chart, Bar bar, int y) {
        StringBuilder svg = new StringBuilder(text(0, y + 14, "", bar.label()))
                .append(text(WIDTH, y + 14, " end", bar.value()))
                .append(rectangle("track", 0, y + 20, WIDTH, 10));
        double x = 0;
        for (int part = 0; part < bar.amounts().size(); part++) {
            long amount = bar.amounts().get(part);
            if (amount > 0) {
                // A single record of a million is still to be seen
                double width = Math.max(2, (double) WIDTH * amount / Math.max(1, chart.total()));
                svg.append(rectangle(
                        tone(chart.parts().get(part)), Math.min(x, WIDTH - 2), y + 20, Math.min(width, WIDTH - x), 10));
                x += width;
            }
        }
        return svg.toString();
    }

    private static String tone(Part part) {
        return Words.plain(part.tone().name());
    }

    private static String legend(BarChart chart) {
        if (chart.parts().size() < 2) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (int part = 0; part < chart.parts().size(); part++) {
            int at = part;
            boolean isUsed = chart.bars().stream().anyMatch(bar -> bar.amounts().get(at) > 0);
            if (isUsed) {
                html.append("<li class=\"%s\">%s</li>"
                        .formatted(
                                tone(chart.parts().get(part)),
                                Html.escape(chart.parts().get(part).name())));
            }
        }
        return html.append("</ul>").toString();
    }

    String flow(FlowChart chart) {
        FlowLayout layout = new FlowLayout(
                chart,
                WIDTH,
                180 + 34 * Math.max(chart.sources().size(), chart.targets().size()));
        StringBuilder svg = new StringBuilder(text(0, 14, " head", chart.left()))
                .append(text(WIDTH, 14, " end head", chart.right()));
        layout.ribbons()
                .forEach(ribbon ->
                        svg.append("<path class=\"ribbon r%d\" d=\"%s\"/>".formatted(ribbon.color(), ribbon.path())));
        layout.boxes().forEach(box -> {
            svg.append(rectangle("box", box.x(), box.y(), 8, box.height()));
            boolean isLeft = box.x() < WIDTH / 2.0;
            svg.append(text(
                    isLeft ? 14 : WIDTH - 14,
                    box.y() + Math.max(10, box.height() / 2 + 4),
                    isLeft ? "" : " end",
                    box.name() + " " + Words.number(box.amount())));
        });
        return figure(chart.title(), chart.description(), layout.height(), svg.toString(), "");
    }

    private String figure(String title, String description, int height, String shapes, String legend) {
        int id = ++charts;
        return """
                <figure><figcaption>%s</figcaption>%s
                <svg viewBox="0 0 %d %d" role="img" aria-labelledby="c%d-title c%d-desc"><title id="c%d-title">%s</title><desc id="c%d-desc">%s</desc>%s</svg></figure>
                """.formatted(
                        Html.escape(title),
                        legend,
                        WIDTH,
                        height,
                        id,
                        id,
                        id,
                        Html.escape(title),
                        id,
                        Html.escape(description),
                        shapes);
    }

    private static String text(double x, double y, String classes, String text) {
        return "<text x=\"%s\" y=\"%s\" class=\"t%s\">%s</text>"
                .formatted(number(x), number(y), classes, Html.escape(text));
    }

    private static String rectangle(String kind, double x, double y, double width, double height) {
        return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\"/>"
                .formatted(kind, number(x), number(y), number(width), number(height));
    }

    /** Returns a coordinate, with a point in every locale. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
