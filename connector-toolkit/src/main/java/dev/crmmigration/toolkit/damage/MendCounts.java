package dev.crmmigration.toolkit.damage;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was mended, per rule and column. Not thread-safe. */
public final class MendCounts {

    private final Map<Rule, Map<String, Long>> counts = new TreeMap<>();

    public void add(Mend mend) {
        add(mend.rule(), mend.column());
    }

    public void addAll(Collection<Mend> mends) {
        mends.forEach(this::add);
    }

    /** Counts a thing that was found in a column, or in a whole row if the column is empty text. */
    public void add(Rule rule, String column) {
        counts.computeIfAbsent(rule, any -> new TreeMap<>()).merge(column, 1L, Long::sum);
    }

    /** Returns how often a rule was used. */
    public long of(Rule rule) {
        return counts.getOrDefault(rule, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Returns how often each rule was used in each column, in the order of the rules. */
    public Map<Rule, Map<String, Long>> all() {
        Map<Rule, Map<String, Long>> copy = new TreeMap<>();
        counts.forEach((rule, columns) -> copy.put(rule, Map.copyOf(columns)));
        return copy;
    }
}
