package dev.crmmigration.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutageBreakerTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(30), 1);

    private final VirtualTime time = new VirtualTime(START);
    private final OutageBreaker breaker = new OutageBreaker(BACKOFF, time, new Random(7));

    @Test
    void staysClosed_whenOutagesAreNotInARow() {
        for (int round = 0; round < 5; round++) {
            breaker.outage();
            breaker.outage();
            breaker.reached();
        }

        assertThat(breaker.openUntil()).isEmpty();
    }

    @Test
    void opensForAWhile_whenThreeCallsInARowReachNobody() {
        outages(3);

        assertThat(breaker.openUntil())
                .hasValueSatisfying(until -> assertThat(until).isBetween(START.plusSeconds(5), START.plusSeconds(10)));
    }

    @Test
    void letsACallTry_whenOurClockSaysSo() {
        outages(3);
        time.advance(Duration.ofSeconds(10));

        assertThat(breaker.openUntil()).isEmpty();
    }

    @Test
    void opensAtOnceAndForLonger_whenTheTryFails() {
        outages(3);
        time.advance(Duration.ofSeconds(10));
        breaker.openUntil();

        breaker.outage();

        assertThat(breaker.openUntil())
                .hasValueSatisfying(until -> assertThat(until).isBetween(START.plusSeconds(20), START.plusSeconds(30)));
    }

    @Test
    void doesNotOpenForLonger_whenCallsThatWereUnderWayFail() {
        outages(3);
        Instant before = breaker.openUntil().orElseThrow();
        time.advance(Duration.ofSeconds(1));

        outages(8);

        assertThat(breaker.openUntil()).contains(before);
    }

    @Test
    void startsAnew_whenTheTrySucceeds() {
        outages(3);
        time.advance(Duration.ofSeconds(10));
        breaker.openUntil();
        breaker.reached();
        outages(2);
        assertThat(breaker.openUntil()).isEmpty();

        outages(1);

        assertThat(breaker.openUntil())
                .hasValueSatisfying(until -> assertThat(until).isBetween(START.plusSeconds(15), START.plusSeconds(20)));
    }

    private void outages(int count) {
        for (int outage = 0; outage < count; outage++) {
            breaker.outage();
        }
    }
}
