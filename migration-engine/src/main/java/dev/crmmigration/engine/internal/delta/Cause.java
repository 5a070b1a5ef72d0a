package dev.crmmigration.engine.internal.delta;

import dev.crmmigration.api.destination.LastChange;
import java.time.Instant;
import java.util.Optional;

/** Who has made a value another one than we left. */
public enum Cause {
    PEOPLE,
    APPS,
    /** Somebody, but the platform does not tell who. */
    OTHERS,
    /** Nobody has edited the record since: the value was lost. */
    NOBODY;

    /**
     * Finds the cause.
     *
     * @param isGone whether there is no value any more
     * @param change the last change of the record, as far as the platform tells
     * @param since when everything was last known to be as we left it; empty if nobody knows
     */
    public static Cause of(boolean isGone, Optional<LastChange> change, Optional<Instant> since) {
        if (change.isEmpty()) {
            return isGone ? NOBODY : OTHERS;
        }
        if (since.isPresent() && !change.get().at().isAfter(since.get())) {
            return NOBODY;
        }
        return switch (change.get().by()) {
            case PERSON -> PEOPLE;
            case APP -> APPS;
            case UNKNOWN -> OTHERS;
        };
    }
}
