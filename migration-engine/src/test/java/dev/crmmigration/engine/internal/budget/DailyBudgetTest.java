package dev.crmmigration.engine.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyBudgetTest {

    private static final Instant START = Instant.parse("2026-03-02T22:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-03-04T00:00:00Z");

    private final VirtualTime time = new VirtualTime(START);
    private final AccountMeter meter = declared();

    private AccountMeter declared() {
        AccountMeter fresh = new AccountMeter("acme", time, time);
        fresh.declare(List.of(Allowance.daily("daily", 100)));
        return fresh;
    }

    @Test
    void isFullAgain_whenTheServersDayTurns() throws InterruptedException {
        meter.serverTime(START.plus(Duration.ofHours(1)));
        assertThat(acquire(100)).isEmpty();
        assertThat(acquire(1)).contains(MIDNIGHT);
        assertThat(meter.toOurTime(MIDNIGHT)).isEqualTo(START.plus(Duration.ofHours(1)));

        time.advance(Duration.ofHours(1));

        assertThat(acquire(100)).isEmpty();
    }

    @Test
    void countsACallOnBothDays_whenItIsUnderWayAtMidnight() throws InterruptedException {
        meter.serverTime(START);
        time.advance(Duration.ofMinutes(119).plusSeconds(55));
        assertThat(acquire(30)).isEmpty();
        time.advance(Duration.ofSeconds(10));

        assertThat(acquire(71)).contains(NEXT_MIDNIGHT);
        assertThat(acquire(70)).isEmpty();
    }

    @Test
    void believesTheFirstReply_whenOurClockShowsAnotherDay() throws InterruptedException {
        meter.restore(new Spent("acme", "daily", TOMORROW, 60));
        assertThat(acquire(5)).isEmpty();

        meter.serverTime(MIDNIGHT.plusSeconds(1));

        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TOMORROW, 65));
    }

    @Test
    void remembersAnEarlierDay_whenTheFirstReplySaysItIsNotOver() throws InterruptedException {
        meter.restore(new Spent("acme", "daily", TODAY.minusDays(1), 60));
        assertThat(acquire(5)).isEmpty();

        meter.serverTime(START.minus(Duration.ofHours(23)));

        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TODAY.minusDays(1), 65));
    }

    @Test
    void forgetsAnEarlierDay_whenItIsOver() throws InterruptedException {
        meter.restore(new Spent("acme", "daily", TODAY.minusDays(1), 60));
        meter.serverTime(START);

        assertThat(acquire(100)).isEmpty();
    }

    @Test
    void goesOnCounting_whenSpendingIsRestoredBeforeTheDeclaration() throws InterruptedException {
        AccountMeter restarted = new AccountMeter("acme", time, time);
        restarted.restore(new Spent("acme", "daily", TODAY, 90));
        restarted.declare(List.of(Allowance.daily("daily", 100)));

        assertThat(restarted.acquire(List.of(new Cost("daily", 11)))).contains(MIDNIGHT);
        assertThat(restarted.acquire(List.of(new Cost("daily", 10)))).isEmpty();
    }

    @Test
    void letsOneProbeThrough_andStaysParked_whenTheDayIsNotOver() throws InterruptedException {
        meter.restore(new Spent("acme", "daily", TODAY, 100));
        assertThat(acquire(1)).contains(MIDNIGHT);

        meter.allowProbe();

        assertThat(acquire(1)).isEmpty();
        meter.serverTime(START);
        assertThat(acquire(1)).contains(MIDNIGHT);
    }

    @Test
    void letsOneProbeThrough_andGoesOn_whenTheServersDayIsOver() throws InterruptedException {
        meter.restore(new Spent("acme", "daily", TODAY, 100));
        meter.allowProbe();
        assertThat(acquire(1)).isEmpty();

        meter.serverTime(MIDNIGHT.plusSeconds(3));

        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TOMORROW, 1));
        assertThat(acquire(99)).isEmpty();
        assertThat(acquire(1)).contains(NEXT_MIDNIGHT);
    }

    @Test
    void countsTheProbeOnTheNewDay_whenTheServersClockWasAdvancedMeanwhile() throws InterruptedException {
        meter.serverTime(START);
        assertThat(acquire(100)).isEmpty();
        meter.serverTime(START);
        meter.allowProbe();
        assertThat(acquire(1)).isEmpty();

        meter.serverTime(MIDNIGHT.plus(Duration.ofHours(5)));

        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TOMORROW, 1));
    }

    @Test
    void givesNoPermission_whenTheProbeWasNotNeeded() throws InterruptedException {
        meter.allowProbe();
        assertThat(acquire(100)).isEmpty();

        assertThat(acquire(1)).contains(MIDNIGHT);
    }

    @Test
    void believesThePlatform_whenOthersSpendFromTheSameDay() throws InterruptedException {
        assertThat(acquire(10)).isEmpty();

        meter.learn("daily", 20, Optional.empty(), START);

        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TODAY, 80));
        assertThat(acquire(21)).contains(MIDNIGHT);
    }

    @Test
    void believesThePlatform_whenItSaysThatItsDayEndsAtAnotherHour() throws InterruptedException {
        Instant theirMidnight = Instant.parse("2026-03-03T05:00:00Z");
        meter.learn("daily", 0, Optional.of(theirMidnight), START);
        time.advance(Duration.ofHours(3));

        assertThat(acquire(1)).contains(theirMidnight);
        time.advance(Duration.ofHours(4));
        assertThat(acquire(100)).isEmpty();
    }

    @Test
    void ignoresAReplyOfYesterday_whenItComesLate() throws InterruptedException {
        meter.serverTime(START);
        time.advance(Duration.ofHours(3));
        assertThat(acquire(1)).isEmpty();

        meter.learn("daily", 0, Optional.empty(), MIDNIGHT.minusSeconds(1));

        assertThat(acquire(99)).isEmpty();
    }

    private Optional<Instant> acquire(long units) throws InterruptedException {
        return meter.acquire(List.of(new Cost("daily", units)));
    }
}
