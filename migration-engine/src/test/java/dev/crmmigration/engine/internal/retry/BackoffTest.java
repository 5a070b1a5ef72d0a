package dev.crmmigration.engine.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void neverWaitsLongerThanMax_whateverTheNumberOfFailures() {
        Random random = new Random(7);

        for (int failures = 7; failures < 10_000; failures++) {
            assertThat(Backoff.DEFAULT.delay(failures, random))
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), 1))
                .hasMessage("first must be positive but was PT0S");
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), 1))
                .hasMessage("max must be at least first (PT2S) but was PT1S");
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 0))
                .hasMessage("tries must be at least 1 but was 0");
    }
}
