package dev.crmmigration.engine.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant START = Instant.parse("2026-03-02T18:00:00Z");
    private static final Allowance BURST = Allowance.rolling("burst", 20, Duration.ofSeconds(2));
    private static final Allowance DAILY = Allowance.daily("daily", 30_000);

    @Test
    void takesNoTime_whenTheAllowancesAreEnough() {
        assertThat(Forecast.atLeast(Map.of("burst", 20L, "daily", 30_000L, "other", 9L), List.of(BURST, DAILY), START))
                .isZero();
    }

    @Test
    void takesOneWindowPerRefill_whenTheRateIsTheLimit() {
        assertThat(Forecast.atLeast(Map.of("burst", 41L), List.of(BURST), START))
                .isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void takesWholeDays_whenTheBudgetIsTheLimit() {
        Duration time = Forecast.atLeast(Map.of("daily", 525_000L, "burst", 100_000L), List.of(BURST, DAILY), START);

        assertThat(time).isEqualTo(Duration.ofHours(6).plusDays(16));
    }

    @Test
    void countsWhatIsSpentAlready() {
        List<Allowance> allowances = List.of(DAILY);
        Map<String, Long> costs = Map.of("daily", 30_000L);

        assertThat(Forecast.atLeast(costs, allowances, START, Map.of("daily", 1L)))
                .isEqualTo(Duration.ofHours(6));
    }

    @Test
    void promisesTooLittleRatherThanTooMuch_whenARollingWindowIsPartlySpent() {
        assertThat(Forecast.atLeast(Map.of("burst", 40L), List.of(BURST), START, Map.of("burst", 1L)))
                .isEqualTo(Duration.ofSeconds(2));
    }
}
