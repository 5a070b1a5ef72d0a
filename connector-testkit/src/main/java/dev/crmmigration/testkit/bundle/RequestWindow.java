package dev.crmmigration.testkit.bundle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of any second. Guarded by whoever holds it. */
public final class RequestWindow {

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final int most;
    private final Deque<Instant> moments = new ArrayDeque<>();
    private long admitted;
    private long refused;

    /** @param most how many requests within a second; 0 for no limit */
    public RequestWindow(int most) {
        this.most = most;
    }

    /** Counts a request; tells whether it comes within the limit. */
    public boolean admits(Instant now) {
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

    /** Returns how many requests came within the limit. */
    public long admitted() {
        return admitted;
    }

    /** Returns how many did not. */
    public long refused() {
        return refused;
    }

    /** Forgets all requests. */
    public void reset() {
        moments.clear();
        admitted = 0;
        refused = 0;
    }
}
