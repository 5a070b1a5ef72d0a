package dev.crmmigration.engine.internal.time;

import dev.crmmigration.engine.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time of the machine. All other classes are given a {@link Clock} and a {@link Waiter}. */
public final class SystemTime {

    private static final Duration SLICE = Duration.ofMillis(200);

    private SystemTime() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Reads the machine's steady clock, in nanoseconds from a moment that means nothing. For what threads and sockets do,
     * which happens in real time whatever clock the migration follows.
     */
    public static long steadyNanos() {
        return System.nanoTime();
    }

    /**
     * Returns a waiter that follows a clock even if somebody moves it: it looks at the clock at least five times a
     * second, so that a clock that is put forward ends the wait.
     */
    public static Waiter waiter(Clock clock) {
        return moment -> {
            for (Instant now = clock.instant(); now.isBefore(moment); now = clock.instant()) {
                TimeUnit.NANOSECONDS.sleep(slice(now, moment).toNanos());
            }
        };
    }

    private static Duration slice(Instant now, Instant moment) {
        Duration left = Duration.between(now, moment);
        return left.compareTo(SLICE) < 0 ? left : SLICE;
    }
}
