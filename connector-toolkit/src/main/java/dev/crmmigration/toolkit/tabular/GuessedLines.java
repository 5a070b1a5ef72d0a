package dev.crmmigration.toolkit.tabular;

import java.util.TreeSet;

/** Lines that are not in the encoding of their file. They are few, and forgotten when their rows were read. Not thread-safe. */
final class GuessedLines {

    private final TreeSet<Long> lines = new TreeSet<>();

    void add(long line) {
        lines.add(line);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Tells whether there was one among these lines, the last excluded, and forgets all up to them. */
    boolean take(long first, long end) {
        if (lines.isEmpty()) {
            return false;
        }
        boolean found = !lines.subSet(first, end).isEmpty();
        lines.headSet(end).clear();
        return found;
    }
}
