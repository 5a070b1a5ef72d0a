package dev.crmmigration.engine.internal.retry;

import dev.failsafe.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/**
 * Says how long an account that cannot be reached is left alone: it opens after some outages in a row, longer each time
 * until a call gets through. Thread-safe.
 *
 * <p>Failsafe's breaker keeps the state; when it may be tried again says our clock, because Failsafe's own delay runs by
 * the machine's. See {@code docs/decisions/0010-waiting-and-failsafe.md}.
 */
public final class OutageBreaker {

    private static final int OUTAGES = 3;
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(36_500);

    private final Backoff backoff;
    private final Clock clock;
    private final Random random;
    private final CircuitBreaker<Object> breaker = CircuitBreaker.builder()
            .withFailureThreshold(OUTAGES)
            .withSuccessThreshold(1)
            .withDelay(NEVER_BY_ITSELF)
            .build();
    private int openings;
    private Instant triedAgainAt = Instant.MIN;

    /**
     * @param backoff the waits; how many tries it allows does not matter here
     * @param random scatters the waits
     */
    public OutageBreaker(Backoff backoff, Clock clock, Random random) {
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
    }

    /** Returns until when no call should be made, or empty if one may be made now. */
    public synchronized Optional<Instant> openUntil() {
        if (!breaker.isOpen()) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(triedAgainAt)) {
            return Optional.of(triedAgainAt);
        }
        breaker.halfOpen();
        return Optional.empty();
    }

    /** Takes note that a call did not reach the account. */
    public synchronized void outage() {
        boolean wasOpen = breaker.isOpen();
        breaker.recordFailure();
        if (breaker.isOpen() && !wasOpen) {
            openings++;
            triedAgainAt = clock.instant().plus(backoff.delay(openings, random));
        }
    }

    /** Takes note that the account answered, whatever it said. */
    public synchronized void reached() {
        breaker.recordSuccess();
        if (breaker.isClosed()) {
            openings = 0;
        }
    }
}
