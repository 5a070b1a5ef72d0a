package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.RetryableConnectorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run waits, and when it no longer does. */
class RunOutageTest {

    @TempDir
    Path folder;

    private Bench bench;
    private final List<Duration> waits = new ArrayList<>();

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(30);
        bench.waiter = moment -> {
            Duration wait = Duration.between(bench.clock.instant(), moment);
            if (!wait.isNegative() && !wait.isZero()) {
                waits.add(wait);
            }
            bench.clock.advanceTo(moment);
        };
    }

    /** Leaves companies out, so that all records can be sent at once. */
    private void withoutCompanies() {
        bench.source.clear();
        for (int i = 1; i <= 37; i++) {
            bench.source.add(Bench.customer(i).build());
        }
    }

    private void outageUntil(Instant end, AtomicInteger refused) {
        bench.account.before(write -> {
            if (!bench.clock.instant().isBefore(end)) {
                return Optional.empty();
            }
            refused.incrementAndGet();
            return postponed(write, bench.clock.instant(), Reason.OUTAGE);
        });
    }

    private static Optional<WriteOutcome> postponed(Write write, Instant notBefore, Reason reason) {
        return Optional.of(new WriteOutcome.Postponed(write.effect(), notBefore, reason));
    }

    @Test
    void waitsLongerEachTime_andGoesOn_whenTheDestinationCannotBeReached() {
        withoutCompanies();
        AtomicInteger refused = new AtomicInteger();
        outageUntil(Bench.START.plusSeconds(100), refused);
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(37);
            assertThat(waits)
                    .startsWith(
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(16),
                            Duration.ofSeconds(32))
                    .allMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) <= 0);
            assertThat(refused.get())
                    .as("calls into the void: one window for each wait, not one for each record")
                    .isLessThanOrEqualTo(8 * waits.size());
        }
    }

    @Test
    void stopsAndSaysWhy_whenTheDestinationIsAwayForAQuarterOfAnHour() {
        outageUntil(Bench.START.plus(Duration.ofHours(5)), new AtomicInteger());
        try (Migration migration = bench.open()) {
            RunReport first = Bench.readyAndRun(migration);
            Instant stopped = bench.clock.instant();
            bench.clock.advanceTo(Bench.START.plus(Duration.ofHours(6)));
            RunReport second = migration.run();

            assertThat(first.result())
                    .isEqualTo(StepResult.of(
                            Completion.STOPPED,
                            List.of("the destination cannot be reached. Check the network, then call run again")));
            assertThat(Duration.between(Bench.START, stopped))
                    .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
            assertThat(second.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(37);
        }
    }

    @Test
    void sendsNothing_whileTheAccountIsBlocked() {
        withoutCompanies();
        Instant free = Bench.START.plus(Duration.ofMinutes(5));
        AtomicInteger refused = new AtomicInteger();
        bench.account.before(write -> {
            if (!bench.clock.instant().isBefore(free)) {
                return Optional.empty();
            }
            refused.incrementAndGet();
            return postponed(write, free, Reason.BLOCKED);
        });
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);
            assertThat(refused.get()).as("no more than were under way").isLessThanOrEqualTo(8);
            assertThat(waits).containsExactly(Duration.ofMinutes(5));
            assertThat(bench.account.creates()).isEqualTo(37);
        }
    }

    @Test
    void sendsTheOthers_whileOneIsPutOff() {
        AtomicBoolean put = new AtomicBoolean();
        Instant later = Bench.START.plusSeconds(30);
        bench.account.before(write -> Bench.creates(write, "Customer 1") && put.compareAndSet(false, true)
                ? postponed(write, later, Reason.BURST)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);
            assertThat(waits).containsExactly(Duration.ofSeconds(30));
            assertThat(bench.names("person")).hasSize(30).endsWith("Customer 1");
        }
    }

    @Test
    void parks_whenTheBudgetForReadingBackIsGone() {
        Instant midnight = Instant.parse("2026-01-06T00:00:00Z");
        AtomicBoolean gone = new AtomicBoolean();
        bench.destination.reader(reader -> request -> {
            if (gone.get()) {
                throw RetryableConnectorException.budgetGone("the day's budget is gone", midnight);
            }
            return reader.scan(request);
        });
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            gone.set(true);
            Reconciliation parked = migration.verify();
            gone.set(false);

            assertThat(parked.result())
                    .isEqualTo(StepResult.parked(midnight, "the budget of the account is gone until " + midnight));
            assertThat(parked.closed()).isFalse();
            assertThat(migration.status().phase()).isEqualTo("ran");
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void readsTheCatalogAgain_whenThatMaySucceedLater() {
        AtomicInteger failures = new AtomicInteger();
        bench.destination.beforeCatalog(() -> {
            if (failures.getAndIncrement() < 2) {
                throw RetryableConnectorException.of("the list is busy", null);
            }
        });
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions()).isEmpty();
            assertThat(waits).hasSize(2);
        }
    }

    @Test
    void goesOn_whenTheListenerThrows() {
        bench.listener = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                throw new IllegalStateException("the window was closed");
            }

            @Override
            public void message(String text) {
                throw new IllegalStateException("the window was closed");
            }
        };
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThatCode(migration::verify).doesNotThrowAnyException();
            assertThat(migration.rollback().proven()).isTrue();
        }
    }
}
