package dev.crmmigration.testkit.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of any second. Guarded by whoever holds it. */
final class RequestWindow {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final int most;
    private final Deque<Instant> moments = new ArrayDeque<>();
    private long admitted;
    private long refused;

    /** @param most how many requests within a second; 0 for no limit */
    RequestWindow(int most) {
        this.most = most;
    }

    boolean admits(Instant now) {
        while (!moments.isEmpty() && !moments.getFirst().plus(LENGTH).isAfter(now)) {
            moments.removeFirst();
        }
        if (most > 0 && moments.size() >= most) {
            refused++;
            return false;
        }
        moments.addLast(now);
        admitted++;
        return true;
    }

    long admitted() {
        return admitted;
    }

    long refused() {
        return refused;
    }

    void reset() {
        moments.clear();
        admitted = 0;
        refused = 0;
    }
}
