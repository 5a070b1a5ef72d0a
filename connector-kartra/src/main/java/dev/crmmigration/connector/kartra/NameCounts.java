package dev.crmmigration.connector.kartra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How often each name occurs if the cells of a column are split in one way. Counts a bounded number of names. */
final class NameCounts {

    private static final int MOST_NAMES = 20_000;

    private final NameSplitter splitter;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long splitCells;

    NameCounts(NameSplitter splitter) {
        this.splitter = splitter;
    }

    void see(String cell) {
        List<String> names = splitter.split(cell);
        splitCells += names.size() > 1 ? 1 : 0;
        for (String name : names) {
            if (counts.size() < MOST_NAMES || counts.containsKey(name)) {
                counts.merge(name, 1, Integer::sum);
            }
        }
    }

    NameSplitter splitter() {
        return splitter;
    }

    List<String> names() {
        return List.copyOf(counts.keySet());
    }

    boolean splitsAny() {
        return splitCells > 0;
    }

    /** Tells whether it found known names only. */
    boolean isWithin(Set<String> vocabulary) {
        return counts.size() < MOST_NAMES
                && counts.keySet().stream().allMatch(name -> vocabulary.contains(name.toLowerCase(Locale.ROOT)));
    }
}
