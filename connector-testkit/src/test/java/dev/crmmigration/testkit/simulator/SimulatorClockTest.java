package dev.crmmigration.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void isAheadOfItsBaseByWhatItWasAdvanced() {
        SimulatorClock clock = SimulatorClock.on(Clock.fixed(START, ZoneOffset.UTC));

        clock.advance(Duration.ofSeconds(3));
        clock.advance(Duration.ofHours(1));

        assertThat(clock.now()).isEqualTo(START.plusSeconds(3603));
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(3603));
    }

    @Test
    void advancesItsViewsInOtherZones() {
        SimulatorClock clock = SimulatorClock.standingAt(START);
        Clock elsewhere = clock.withZone(ZoneId.of("America/Bogota"));

        clock.advance(Duration.ofDays(1));

        assertThat(elsewhere.instant()).isEqualTo(clock.now());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("America/Bogota"));
    }

    @Test
    void refusesToGoBack() {
        SimulatorClock clock = SimulatorClock.standingAt(START);

        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a clock cannot be set back, but the step was PT-1S");
    }
}
