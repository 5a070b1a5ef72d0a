package dev.crmmigration.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the audit trail with the plain text that was not erased: it names people, and belongs into the workspace.
 *
 * @param total how many events there are
 */
public record AuditEntries(StepResult result, long total, List<Entry> entries) implements Report {

    public AuditEntries {
        entries = List.copyOf(entries);
    }

    /** One event; what was erased is shown as its hash. */
    public record Entry(long sequence, Instant at, String kind, Map<String, String> attributes) {

        public Entry {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        }

        /** Leaves out the attributes, which may name people. */
        @Override
        public String toString() {
            return "Entry[" + sequence + ", " + at + ", " + kind + "]";
        }
    }
}
