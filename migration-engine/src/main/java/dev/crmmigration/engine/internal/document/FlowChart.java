package dev.crmmigration.engine.internal.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ribbons from names at the left to names at the right, as wide as what they carry. */
record FlowChart(String title, String description, String left, String right, List<Link> links) implements Block {

    FlowChart {
        links = List.copyOf(links);
    }

    record Link(String from, String to, long amount) {}

    /** Returns what every name at the left gives, in order. */
    Map<String, Long> sources() {
        Map<String, Long> sums = new LinkedHashMap<>();
        links.forEach(link -> sums.merge(link.from(), link.amount(), Long::sum));
        return sums;
    }

    /** Returns what every name at the right takes, in order. */
    Map<String, Long> targets() {
        Map<String, Long> sums = new LinkedHashMap<>();
        links.forEach(link -> sums.merge(link.to(), link.amount(), Long::sum));
        return sums;
    }
}
