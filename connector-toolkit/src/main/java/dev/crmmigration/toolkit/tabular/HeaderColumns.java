package dev.crmmigration.toolkit.tabular;

import dev.crmmigration.toolkit.damage.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a header: those with one name put together where their cells allow it, those without name and cells left
 * out. Immutable.
 *
 * @param columns the columns that are left
 * @param into for columns that were put together: which column takes the cells of which later one
 * @param findings what was found
 */
record HeaderColumns(List<TabularColumn> columns, Map<Integer, Integer> into, List<Rule> findings) {

    HeaderColumns {
        columns = List.copyOf(columns);
        into = Map.copyOf(into);
        findings = List.copyOf(findings);
    }

    static HeaderColumns of(List<String> headers) {
        List<TabularColumn> columns = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = TabularFile.bare(headers.get(i));
            String key = HeaderKey.of(header);
            columns.add(new TabularColumn(i, header, unique(key.isEmpty() ? "column_" + (i + 1) : key, taken)));
        }
        return new HeaderColumns(columns, Map.of(), List.of());
    }

    private static String unique(String key, Set<String> taken) {
        String name = key;
        for (int n = 2; !taken.add(name); n++) {
            name = key + "_" + n;
        }
        return name;
    }

    /** Returns the columns after a look at all rows, if the header alone does not tell. */
    HeaderColumns seen(TabularFile file) throws IOException {
        Map<Integer, Pair> pairs = pairs();
        Set<Integer> unnamed = new HashSet<>();
        columns.stream().filter(column -> column.header().isEmpty()).forEach(column -> unnamed.add(column.index()));
        if (pairs.isEmpty() && unnamed.isEmpty()) {
            return this;
        }
        Set<Integer> filled = new HashSet<>();
        boolean any = false;
        try (RecordStream records = file.records(new RowCheck(List.of(), columns.size()))) {
            for (Rec rec = records.next(); rec != null; rec = records.next()) {
                List<String> cells = rec.cells();
                any |= !rec.isBlank();
                unnamed.stream()
                        .filter(index ->
                                index < cells.size() && !cells.get(index).isBlank())
                        .forEach(filled::add);
                pairs.values().forEach(pair -> pair.see(cells));
            }
        }
        return any ? concluded(pairs, unnamed, filled) : this;
    }

    private HeaderColumns concluded(Map<Integer, Pair> pairs, Set<Integer> unnamed, Set<Integer> filled) {
        List<TabularColumn> left = new ArrayList<>(columns);
        Map<Integer, Integer> merged = new HashMap<>();
        List<Rule> found = new ArrayList<>();
        if (left.removeIf(column -> unnamed.contains(column.index()) && !filled.contains(column.index()))) {
            found.add(Rule.COL_EMPTY_TRAIL);
        }
        if (!filled.isEmpty()) {
            found.add(Rule.COL_UNNAMED);
        }
        if (!pairs.isEmpty()) {
            found.add(Rule.HDR_DUP);
        }
        pairs.forEach((later, pair) -> {
            if (pair.isOne()) {
                left.removeIf(column -> column.index() == later);
                merged.put(later, pair.first);
            }
        });
        return new HeaderColumns(left, merged, found);
    }

    /** Later columns by position, with the first of their name. */
    private Map<Integer, Pair> pairs() {
        Map<String, Integer> first = new HashMap<>();
        Map<Integer, Pair> pairs = new LinkedHashMap<>();
        for (TabularColumn column : columns) {
            String key = HeaderKey.of(column.header());
            Integer before = key.isEmpty() ? null : first.putIfAbsent(key, column.index());
            if (before != null) {
                pairs.put(column.index(), new Pair(before, column.index()));
            }
        }
        return pairs;
    }

    /** Returns the cells of a row, those of one name in the first of their columns. */
    List<String> merged(List<String> cells) {
        if (into.isEmpty()) {
            return cells;
        }
        List<String> merged = new ArrayList<>(cells);
        into.forEach((later, first) -> {
            if (later < merged.size() && merged.get(first).isBlank()) {
                merged.set(first, merged.get(later));
            }
        });
        return merged;
    }

    /** Two columns of one name. */
    private static final class Pair {

        private final int first;
        private final int later;
        private boolean bothFilled;
        private boolean different;

        Pair(int first, int later) {
            this.first = first;
            this.later = later;
        }

        void see(List<String> cells) {
            if (later >= cells.size()) {
                return;
            }
            String one = cells.get(first).strip();
            String other = cells.get(later).strip();
            bothFilled |= !one.isEmpty() && !other.isEmpty();
            different |= !one.equals(other);
        }

        boolean isOne() {
            return !different || !bothFilled;
        }
    }
}
