package dev.crmmigration.engine.internal.audit;

import java.util.function.Function;

/** What became of the verification of a trail. */
public sealed interface AuditVerification {

    /** Calls the function of this case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(Function<Intact, R> intact, Function<Broken, R> broken);

    /**
     * Every event follows the one before it, and none was changed.
     *
     * @param head the last event; its sequence is the number of events
     */
    record Intact(AuditHead head) implements AuditVerification {

        @Override
        public <R> R match(Function<Intact, R> intact, Function<Broken, R> broken) {
            return intact.apply(this);
        }
    }

    /**
     * The trail is not what was written.
     *
     * @param line the first line that shows it, from 1; for a lost end the one after the last
     * @param kind what is wrong
     * @param message says so to a person
     */
    record Broken(long line, Kind kind, String message) implements AuditVerification {

        @Override
        public <R> R match(Function<Intact, R> intact, Function<Broken, R> broken) {
            return broken.apply(this);
        }
    }

    /** What is wrong with a trail. */
    enum Kind {
        /** An event is not what its hash, or that of its neighbour, says. */
        CHANGED,
        /** Events are missing. */
        DROPPED,
        /** Events stand in another order, or twice. */
        REORDERED,
        /** There are events that the migration did not record. */
        ADDED,
        /** The last line has no end: the machine crashed while it was written. */
        TRUNCATED_LINE,
        /** A line is not an event. */
        UNREADABLE
    }
}
