package dev.crmmigration.engine.internal.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the boxes and ribbons of a flow chart lie. */
final class FlowLayout {

    private static final int TOP = 26;
    private static final int GAP = 14;
    private static final int LEAST = 12;

    private final FlowChart chart;
    private final double width;
    private final double scale;
    private final Map<String, Box> left;
    private final Map<String, Box> right;

    FlowLayout(FlowChart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.scale = Math.min(scale(chart.sources(), height), scale(chart.targets(), height));
        this.left = boxes(chart.sources(), 0);
        this.right = boxes(chart.targets(), width - 8);
    }

    /** A name, its place, and how much goes through it. */
    record Box(String name, double x, double y, double height, long amount) {}

    /** What joins two boxes. */
    record Ribbon(int color, String path) {}

    private static double scale(Map<String, Long> sums, int height) {
        long sum = sums.values().stream().mapToLong(Long::longValue).sum();
        double space = height - TOP - (double) (GAP + LEAST) * sums.size();
        return Math.max(0, space) / Math.max(1, sum);
    }

    private Map<String, Box> boxes(Map<String, Long> sums, double x) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        double y = TOP;
        for (Map.Entry<String, Long> entry : sums.entrySet()) {
            double height = Math.max(LEAST, entry.getValue() * scale);
            boxes.put(entry.getKey(), new Box(entry.getKey(), x, y, height, entry.getValue()));
            y += height + GAP;
        }
        return boxes;
    }

    List<Box> boxes() {
        return Stream.concat(left.values().stream(), right.values().stream()).toList();
    }

    /** Returns how much height is used. */
    int height() {
        return (int) Math.ceil(boxes().stream()
                .mapToDouble(box -> box.y() + box.height())
                .max()
                .orElse(TOP));
    }

    List<Ribbon> ribbons() {
        Map<String, Double> leftUsed = new HashMap<>();
        Map<String, Double> rightUsed = new HashMap<>();
        List<String> colors = List.copyOf(left.keySet());
        List<Ribbon> ribbons = new ArrayList<>();
        for (FlowChart.Link link : chart.links()) {
            Box from = Objects.requireNonNull(left.get(link.from()));
            Box to = Objects.requireNonNull(right.get(link.to()));
            double start = from.height() * link.amount() / from.amount();
            double end = to.height() * link.amount() / to.amount();
            double y1 = from.y() + leftUsed.getOrDefault(link.from(), 0.0);
            double y2 = to.y() + rightUsed.getOrDefault(link.to(), 0.0);
            leftUsed.merge(link.from(), start, Double::sum);
            rightUsed.merge(link.to(), end, Double::sum);
            ribbons.add(new Ribbon(colors.indexOf(link.from()) % 6, path(y1, start, y2, end)));
        }
        return ribbons;
    }

    private String path(double y1, double start, double y2, double end) {
        String a = SvgCharts.number(8);
        String b = SvgCharts.number(width - 8);
        String middle = SvgCharts.number(width / 2);
        return "M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z"
                .formatted(
                        a, SvgCharts.number(y1),
                        middle, SvgCharts.number(y1),
                        middle, SvgCharts.number(y2),
                        b, SvgCharts.number(y2),
                        b, SvgCharts.number(y2 + end),
                        middle, SvgCharts.number(y2 + end),
                        middle, SvgCharts.number(y1 + start),
                        a, SvgCharts.number(y1 + start));
    }
}
