package dev.crmmigration.engine.internal.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: twice as long after each, half of it by chance, so that several callers do not come
 * back together.
 *
 * @param first the longest wait after the first failure, positive
 * @param max the longest wait after any, at least {@code first}
 * @param tries how often something is tried in all, at least 1
 */
public record Backoff(Duration first, Duration max, int tries) {

    /** Lasts between one and a half and three minutes. */
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 9);

    public Backoff {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("first must be positive but was " + first);
        }
        if (max.compareTo(first) < 0) {
            throw new IllegalArgumentException("max must be at least first (" + first + ") but was " + max);
        }
        if (tries < 1) {
            throw new IllegalArgumentException("tries must be at least 1 but was " + tries);
        }
    }

    /** Returns how long to wait after so many failures in a row, from 1. */
    Duration delay(int failures, RandomGenerator random) {
        Duration longest = first;
        for (int failure = 1; failure < failures && longest.compareTo(max) < 0; failure++) {
            longest = longest.multipliedBy(2);
        }
        longest = longest.compareTo(max) > 0 ? max : longest;
        long half = longest.toNanos() / 2;
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }
}
