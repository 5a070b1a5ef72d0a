package dev.crmmigration.engine.internal.document;

import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;

/**
 * Bars that lie, each of one or more parts after each other.
 *
 * @param parts the names of the parts, with how each should be taken
 * @param total how long the longest bar is; what is missing of it is shown as a track
 */
record BarChart(String title, String description, List<Part> parts, long total, List<Bar> bars) implements Block {

    BarChart {
        parts = List.copyOf(parts);
        bars = List.copyOf(bars);
    }

    static BarChart of(String title, String description, List<Part> parts, List<Bar> bars) {
        long longest = bars.stream().mapToLong(Bar::sum).max().orElse(0);
        return new BarChart(title, description, parts, longest, bars);
    }

    /** What the parts of all bars that stand at the same place have in common. */
    record Part(String name, Tone tone) {}

    /**
     * A bar.
     *
     * @param value what is written at its end
     */
    record Bar(String label, String value, List<Long> amounts) {
        Bar {
            amounts = List.copyOf(amounts);
        }

        long sum() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }
}
