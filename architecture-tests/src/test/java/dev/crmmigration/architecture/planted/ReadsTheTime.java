package dev.crmmigration.architecture.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Every method reads the system's time, but for those named {@code allowed}. */
public final class ReadsTheTime {

    Instant directly() {
        return Instant.now();
    }

    Supplier<Instant> byReference() {
        return Instant::now;
    }

    LocalDate inAZone() {
        return LocalDate.now(ZoneId.of("UTC"));
    }

    Clock throughAClock() {
        return Clock.systemUTC();
    }

    long inMillis() {
        return System.currentTimeMillis();
    }

    long inNanos() {
        return System.nanoTime();
    }

    Instant allowed(Clock clock) {
        return clock.instant().isAfter(Instant.EPOCH) ? Instant.now(clock) : Instant.EPOCH;
    }
}
