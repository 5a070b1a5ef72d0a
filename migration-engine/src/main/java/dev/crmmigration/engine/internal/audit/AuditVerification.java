package dev.crmmigration.engine.internal.audit;

import java.util.List;
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
    record Intact(AuditHead head, Signatures signatures) implements AuditVerification {

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

    /**
     * The signed roots of a trail.
     *
     * @param roots how many there are
     * @param upTo the line of the last one, 0 if there is none: what comes after it is not signed
     * @param checked whether they were checked with a key
     * @param keys the names of the keys they were signed with
     */
    record Signatures(long roots, long upTo, boolean checked, List<String> keys) {

        /** A trail without roots that nobody has asked for. */
        static final Signatures NONE = new Signatures(0, 0, false, List.of());
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
        UNREADABLE,
        /** A root was not signed with any of the keys. */
        SIGNATURE,
        /** There is no signed root where there should be one. */
        UNSIGNED
    }
}
