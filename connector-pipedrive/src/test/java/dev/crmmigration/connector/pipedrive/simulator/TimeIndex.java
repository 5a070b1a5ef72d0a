package dev.crmmigration.connector.pipedrive.simulator;

import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Ids by a time and, within it, by id. Not thread-safe. */
final class TimeIndex {

    private final TreeSet<Entry> entries = new TreeSet<>();

    void add(long time, long id) {
        entries.add(new Entry(time, id));
    }

    void remove(long time, long id) {
        entries.remove(new Entry(time, id));
    }

    /**
     * Iterates over what comes after an entry, which itself is left out.
     *
     * @param start {@code null} to begin with the first entry, or with the last one when descending
     */
    Iterator<Entry> after(@Nullable Entry start, boolean descending) {
        if (start == null) {
            return descending ? entries.descendingIterator() : entries.iterator();
        }
        return descending
                ? entries.headSet(start, false).descendingIterator()
                : entries.tailSet(start, false).iterator();
    }

    /**
     * A place in the index.
     *
     * @param time in seconds since 1970
     */
    record Entry(long time, long id) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(id, other.id);
        }
    }
}
