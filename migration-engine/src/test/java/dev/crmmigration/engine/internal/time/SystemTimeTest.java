package dev.crmmigration.engine.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.engine.Waiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void returnsAtOnce_whenTheMomentIsPast() throws InterruptedException {
        ScriptedClock clock = new ScriptedClock(START);

        SystemTime.waiter(clock).sleepUntil(START);

        assertThat(clock.readings).isEmpty();
    }

    @Test
    void endsTheWait_whenTheClockIsPutForward() throws InterruptedException {
        ScriptedClock clock = new ScriptedClock(START, START.plus(Duration.ofDays(3)));

        SystemTime.waiter(clock).sleepUntil(START.plusMillis(1));

        assertThat(clock.readings).isEmpty();
    }

    @Test
    void goesOnWaiting_whenTheClockWasPutBack() throws InterruptedException {
        ScriptedClock clock = new ScriptedClock(START, START.minusNanos(1), START.plusSeconds(1));

        SystemTime.waiter(clock).sleepUntil(START.plusNanos(1));

        assertThat(clock.readings).isEmpty();
    }

    @Test
    void stopsWaiting_whenTheThreadIsInterrupted() {
        Waiter waiter = SystemTime.waiter(SystemTime.clock());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> waiter.sleepUntil(Instant.MAX)).isInstanceOf(InterruptedException.class);
    }

    /** Shows one reading after the other. */
    private static final class ScriptedClock extends Clock {

        private final Deque<Instant> readings;

        private ScriptedClock(Instant... readings) {
            this.readings = new ArrayDeque<>(List.of(readings));
        }

        @Override
        public Instant instant() {
            return readings.remove();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(START, zone);
        }
    }
}
