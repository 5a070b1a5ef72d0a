package dev.crmmigration.engine.internal.budget;

import static dev.crmmigration.engine.internal.budget.WindowCheck.assertNeverMoreThan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.engine.internal.budget.WindowCheck.Seen;
import dev.crmmigration.engine.internal.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountMeterPropertyTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final List<Allowance> ALLOWANCES =
            List.of(Allowance.rolling("burst", 80, TWO_SECONDS), Allowance.rolling("search", 30, TEN_SECONDS));

    private final VirtualTime time = new VirtualTime(START);
    private final AccountMeter meter = new AccountMeter("acme", time, time);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysWithinEveryWindow_whenOneThreadMakesCallsOfAnyCost(long seed) throws InterruptedException {
        meter.declare(ALLOWANCES);
        Random random = new Random(seed);
        List<Seen> burst = new ArrayList<>();
        List<Seen> search = new ArrayList<>();
        for (int call = 0; call < 2_000; call++) {
            long units = 1L + random.nextInt(40);
            long searches = random.nextInt(3);
            time.advance(Duration.ofMillis(random.nextInt(60)));

            assertThat(meter.acquire(List.of(new Cost("burst", units), new Cost("search", searches))))
                    .isEmpty();

            time.advance(Duration.ofMillis(random.nextInt(200)));
            burst.add(new Seen(time.instant(), units));
            search.add(new Seen(time.instant(), searches));
            time.advance(Duration.ofMillis(random.nextInt(200)));
            meter.serverTime(time.instant());
        }

        assertNeverMoreThan(80, TWO_SECONDS, burst);
        assertNeverMoreThan(30, TEN_SECONDS, search);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void staysWithinTheWindow_whenSeveralThreadsMakeCallsOfAnyCost(long seed) throws Exception {
        meter.declare(List.of(Allowance.rolling("burst", 80, TWO_SECONDS)));
        Queue<Seen> burst = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> ends = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            Random random = new Random(seed * 100 + thread);
            ends.add(threads.submit(() -> {
                for (int call = 0; call < 300; call++) {
                    burst.add(call(random));
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        threads.shutdown();

        assertThat(burst).hasSize(1_800);
        assertNeverMoreThan(80, TWO_SECONDS, List.copyOf(burst));
    }

    private Seen call(Random random) throws InterruptedException {
        long units = 1L + random.nextInt(20);
        meter.acquire(List.of(new Cost("burst", units)));
        Instant arrival = time.instant();
        time.advance(Duration.ofMillis(random.nextInt(20)));
        meter.serverTime(time.instant());
        return new Seen(arrival, units);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 40})
    void wastesAlmostNothing_whenCallsTakeNoTime(long units) throws InterruptedException {
        List<Allowance> allowances = List.of(Allowance.rolling("burst", 80, TWO_SECONDS));
        meter.declare(allowances);
        long callsPerWindow = 80 / units;
        long calls = callsPerWindow * 500;

        for (long call = 0; call < calls; call++) {
            meter.acquire(List.of(new Cost("burst", units)));
        }

        Duration needed = Duration.between(START, time.instant());
        Duration bound = Forecast.atLeast(Map.of("burst", calls * 80 / callsPerWindow), allowances, START);
        assertThat(needed).isBetween(bound, bound.plus(bound.dividedBy(500)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void neverSpendsMoreInADay_andForecastsTheDays(long seed) throws InterruptedException {
        List<Allowance> allowances =
                List.of(Allowance.daily("daily", 3_000), Allowance.rolling("burst", 80, TWO_SECONDS));
        meter.declare(allowances);
        Random random = new Random(seed);
        List<Seen> days = new ArrayList<>();
        long total = 0;
        while (total < 60_000) {
            long units = 1L + random.nextInt(40);
            List<Cost> costs = List.of(new Cost("daily", units), new Cost("burst", units));
            var notBefore = meter.acquire(costs);
            if (notBefore.isPresent()) {
                time.sleepUntil(notBefore.get());
                continue;
            }
            total += units;
            days.add(new Seen(midnightBefore(time.instant()), units));
            meter.serverTime(time.instant());
        }

        assertNeverMoreThan(3_000, Duration.ofDays(1), days);
        Duration needed = Duration.between(START, time.instant());
        Duration bound = Forecast.atLeast(Map.of("daily", total, "burst", total), allowances, START);
        // A call that does not fit into what is left of a day leaves some of it unspent: in 20 days that makes one
        // more.
        assertThat(needed).isBetween(bound, bound.plusHours(25));
    }

    private static Instant midnightBefore(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }
}
