package dev.crmmigration.engine.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AccountMeterTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Allowance BURST = Allowance.rolling("burst", 10, Duration.ofSeconds(2));
    private static final Allowance HOURLY = Allowance.rolling("hourly", 100, Duration.ofHours(1));
    private static final Allowance DAILY = Allowance.daily("daily", 100);

    private final VirtualTime time = new VirtualTime(START);
    private final AccountMeter meter = new AccountMeter("acme", time, time, this::nanos);

    @Test
    void waitsUntilTheWindowHasRoom_whenItIsFull() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 4);
        meter.serverTime(time.instant());
        time.advance(Duration.ofMillis(500));
        spend("burst", 6);
        meter.serverTime(time.instant());

        spend("burst", 4);
        Duration first = sinceStart();
        spend("burst", 1);

        assertThat(first).isEqualTo(Duration.ofSeconds(2));
        assertThat(sinceStart()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void countsACallFromItsReply_whenTheReplyTookLong() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 10);
        time.advance(Duration.ofMillis(1_500));
        meter.serverTime(time.instant());

        spend("burst", 1);

        assertThat(sinceStart()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    void takesNothing_whenOneOfSeveralAllowancesIsGone() throws InterruptedException {
        meter.declare(List.of(BURST, DAILY));
        spend("daily", 95);

        Optional<Instant> notBefore = meter.acquire(List.of(new Cost("burst", 5), new Cost("daily", 6)));

        assertThat(notBefore).contains(MIDNIGHT);
        assertThat(line("burst").spent()).isZero();
        assertThat(line("daily").spent()).isEqualTo(95);
    }

    @Test
    void addsUpTheCosts_whenOneAllowanceIsNamedTwice() throws InterruptedException {
        meter.declare(List.of(BURST));

        meter.acquire(List.of(new Cost("burst", 3), new Cost("burst", 4)));

        assertThat(line("burst")).isEqualTo(new LedgerLine("acme", "burst", 10, 7, 3, 7, Optional.empty()));
    }

    @Test
    void hasNoLimit_whenAnAllowanceWasNotDeclared() throws InterruptedException {
        spend("burst", 1_000_000);

        assertThat(sinceStart()).isZero();
    }

    @Test
    void refusesACall_whenItCanNeverFit() {
        meter.declare(List.of(BURST));

        assertThatThrownBy(() -> spend("burst", 11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call to account 'acme' costs 11 of allowance 'burst', which never holds more than 10. "
                        + "Make smaller calls, or correct the allowance.");
    }

    @Test
    void saysWhen_whenALongWindowIsFull() throws InterruptedException {
        meter.declare(List.of(HOURLY));
        spend("hourly", 100);
        meter.serverTime(time.instant());

        Optional<Instant> notBefore = meter.acquire(List.of(new Cost("hourly", 1)));

        assertThat(notBefore).contains(START.plus(Duration.ofHours(1)));
        assertThat(sinceStart()).isZero();
    }

    @Test
    void shrinksTheWindow_whenThePlatformCountsMore() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 2);
        meter.learn("burst", 5, Optional.of(time.instant().plusMillis(900)), time.instant());

        assertThat(line("burst").remaining()).isEqualTo(5);
        spend("burst", 5);
        assertThat(sinceStart()).isZero();
        spend("burst", 3);
        assertThat(sinceStart()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void keepsItsCount_whenThePlatformCountsLess() throws InterruptedException {
        meter.declare(List.of(BURST, DAILY));
        meter.acquire(List.of(new Cost("burst", 8), new Cost("daily", 8)));

        meter.learn("burst", 9, Optional.of(time.instant().plusSeconds(1)), time.instant());
        meter.learn("daily", 99, Optional.empty(), time.instant());

        assertThat(line("burst").remaining()).isEqualTo(2);
        assertThat(line("daily").remaining()).isEqualTo(92);
    }

    @Test
    void makesNoCallUntilThen_whenThePlatformPenalises() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 10);

        meter.learn("burst", 0, Optional.of(time.instant().plusSeconds(30)), time.instant());
        spend("burst", 1);

        assertThat(sinceStart()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitsForSingleUnits_whenWeSpentAllOurselves() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 5);
        meter.serverTime(time.instant());
        time.advance(Duration.ofSeconds(1));
        spend("burst", 5);

        meter.learn("burst", 0, Optional.of(time.instant().plusSeconds(2)), time.instant());
        spend("burst", 5);

        assertThat(sinceStart()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void reportsItsWaitToNobody_whenItIsInterrupted() throws InterruptedException {
        meter.declare(List.of(BURST));
        spend("burst", 10);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> spend("burst", 3)).isInstanceOf(InterruptedException.class);

        assertThat(line("burst").spentInTotal()).isEqualTo(10);
        spend("burst", 3);
        assertThat(line("burst").spentInTotal()).isEqualTo(13);
    }

    @Test
    void letsRepliesBeReported_whenACallerWaits() throws InterruptedException {
        AccountMeter[] learning = new AccountMeter[1];
        AccountMeter waiting = new AccountMeter("acme", time, moment -> {
            CompletableFuture.runAsync(() -> learning[0].learn("daily", 40, Optional.empty(), time.instant()))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            time.sleepUntil(moment);
        });
        learning[0] = waiting;
        waiting.declare(List.of(BURST, DAILY));
        waiting.acquire(List.of(new Cost("burst", 10)));
        waiting.acquire(List.of(new Cost("burst", 1)));

        assertThat(waiting.ledger().get(1).remaining()).isEqualTo(40);
    }

    @Test
    void servesThreadsInTheOrderInWhichTheyCame() throws Exception {
        List<String> waited = new ArrayList<>();
        CompletableFuture<Void> allQueue = new CompletableFuture<>();
        AccountMeter fair = new AccountMeter(
                "acme",
                time,
                moment -> {
                    waited.add(Thread.currentThread().getName());
                    allQueue.join();
                    time.sleepUntil(moment);
                },
                this::nanos);
        fair.declare(List.of(Allowance.rolling("burst", 1, Duration.ofSeconds(2))));
        fair.acquire(List.of(new Cost("burst", 1)));
        List<Thread> threads = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            String name = "caller " + number;
            Thread thread = new Thread(() -> acquireTwice(fair, name), name);
            threads.add(thread);
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        allQueue.complete(null);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(waited.stream().distinct().limit(5))
                .containsExactly("caller 1", "caller 2", "caller 3", "caller 4", "caller 5");
        assertThat(waited).contains("caller 1 again", "caller 5 again");
    }

    private static void acquireTwice(AccountMeter meter, String name) {
        acquireQuietly(meter, 1);
        Thread.currentThread().setName(name + " again");
        acquireQuietly(meter, 1);
    }

    private static void acquireQuietly(AccountMeter meter, long units) {
        try {
            meter.acquire(List.of(new Cost("burst", units)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void forgetsACall_whenItsReplyNeverComes() throws Exception {
        meter.declare(List.of(BURST));
        CompletableFuture.runAsync(() -> acquireQuietly(meter, 10)).join();
        time.advance(Duration.ofMinutes(3));

        spend("burst", 10);

        assertThat(sinceStart()).isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void keepsWhatCounts_whenAllowancesAreDeclaredAgain() throws InterruptedException {
        meter.declare(List.of(BURST, DAILY));
        meter.acquire(List.of(new Cost("burst", 8), new Cost("daily", 8)));

        meter.declare(List.of(Allowance.rolling("burst", 20, Duration.ofSeconds(4)), Allowance.daily("daily", 50)));

        assertThat(line("burst").remaining()).isEqualTo(12);
        assertThat(line("daily").remaining()).isEqualTo(42);
        assertThat(meter.snapshot()).containsExactly(new Spent("acme", "daily", TODAY, 8));
    }

    private long nanos() {
        return Duration.between(Instant.EPOCH, time.instant()).toNanos();
    }

    private void spend(String allowance, long units) throws InterruptedException {
        assertThat(meter.acquire(List.of(new Cost(allowance, units)))).isEmpty();
    }

    private LedgerLine line(String allowance) {
        return meter.ledger().stream()
                .filter(line -> line.allowance().equals(allowance))
                .findFirst()
                .orElseThrow();
    }

    private Duration sinceStart() {
        return Duration.between(START, time.instant());
    }
}
