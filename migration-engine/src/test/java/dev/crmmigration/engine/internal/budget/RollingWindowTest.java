package dev.crmmigration.engine.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RollingWindowTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void staysSmall_whenMillionsOfCallsAreMade() {
        RollingWindow window = new RollingWindow(Duration.ofHours(1));
        Instant now = START;
        for (int call = 0; call < 1_000_000; call++) {
            now = now.plusNanos(7_200_001);
            window.begin(1);
            window.settle(1, now);
        }

        assertThat(window.size()).isLessThanOrEqualTo(1_001);
        assertThat(window.used(now)).isBetween(499_999L, 500_600L);
    }

    @Test
    void doesNotBlockLonger_whenTheClockIsPutBack() {
        RollingWindow window = new RollingWindow(Duration.ofSeconds(2));
        window.begin(5);
        window.settle(5, START);
        Instant putBack = START.minus(Duration.ofHours(3));

        assertThat(window.used(putBack)).isEqualTo(5);
        assertThat(window.used(putBack.plusMillis(1_999))).isEqualTo(5);
        assertThat(window.used(putBack.plusMillis(2_002))).isZero();
    }

    @Test
    void leavesNeverTooEarly_whenMomentsAreRounded() {
        RollingWindow window = new RollingWindow(Duration.ofSeconds(2));
        Instant odd = START.plusNanos(1);
        window.begin(1);
        window.settle(1, odd);

        assertThat(window.freedAt(1, odd)).isBetween(odd.plusSeconds(2), odd.plusMillis(2_002));
        assertThat(window.used(odd.plusSeconds(2).minusNanos(1))).isEqualTo(1);
    }
}
