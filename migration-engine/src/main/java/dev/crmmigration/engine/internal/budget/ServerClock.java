package dev.crmmigration.engine.internal.budget;

import java.time.Duration;
import java.time.Instant;

/** Estimates from the {@code Date} headers of replies what the server's clock shows. Not thread-safe. */
final class ServerClock {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private Duration offset = Duration.ZERO;
    private boolean known;

    boolean isKnown() {
        return known;
    }

    /** Returns what the server's clock shows when ours shows {@code ours}. */
    Instant at(Instant ours) {
        return ours.plus(offset);
    }

    /** Returns what our clock shows when the server's shows {@code theirs}. */
    Instant toOurs(Instant theirs) {
        return theirs.minus(offset);
    }

    /**
     * Learns what the server's clock showed. The header has whole seconds and is older than the reply that brings it,
     * so every sample is a little low, and the highest of similar ones is nearest.
     */
    void learn(Instant theirs, Instant ours) {
        Duration sample = Duration.between(ours, theirs);
        boolean clockWasMoved = sample.compareTo(offset.minus(TOLERANCE)) < 0;
        if (!known || clockWasMoved || sample.compareTo(offset) > 0) {
            offset = sample;
        }
        known = true;
    }
}
