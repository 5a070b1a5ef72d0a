package dev.crmmigration.engine.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the destination has been out of reach, and how long to wait before the next try. */
final class Outage {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration TOO_LONG = Duration.ofMinutes(15);

    private final Clock clock;
    private @Nullable Instant since;
    private Duration pause = FIRST;
    private Instant grownAt = Instant.MIN;

    Outage(Clock clock) {
        this.clock = clock;
    }

    /** Counts a call that could not be made; returns how long to wait. Calls that fail together count once. */
    Duration met() {
        Instant now = clock.instant();
        if (since == null) {
            since = now;
            grownAt = now;
        } else if (!now.isBefore(grownAt.plus(pause))) {
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
            grownAt = now;
        }
        return pause;
    }

    /** Some call was answered: the destination is there. */
    void over() {
        since = null;
        pause = FIRST;
    }

    boolean isTooLong() {
        return since != null && Duration.between(since, clock.instant()).compareTo(TOO_LONG) > 0;
    }
}
