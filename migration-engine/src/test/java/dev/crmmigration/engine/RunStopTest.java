package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is stopped ends soon, whatever it is doing, and goes on later. */
class RunStopTest {

    /** Generous, for machines that are busy with other tests; a step that cannot be stopped would take for ever. */
    private static final long SECONDS = 20;

    @TempDir
    Path folder;

    private Bench bench;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch forEver = new CountDownLatch(1);

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(30);
    }

    /** A step on a thread of its own. */
    private static final class Step<R> {
        private final FutureTask<R> task;
        private final Thread thread;

        private Step(Supplier<R> work) {
            task = new FutureTask<>(work::get);
            thread = new Thread(task, "test-step");
            thread.setDaemon(true);
            thread.start();
        }

        private R result() throws InterruptedException, ExecutionException, TimeoutException {
            return task.get(SECONDS, TimeUnit.SECONDS);
        }
    }

    private void assertEachOnceAfterASecondRun(Migration migration) {
        bench.account.before(write -> Optional.empty());
        bench.destination.writer(writer -> writer);
        RunReport second = migration.run();

        assertThat(second.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.account.creates()).isEqualTo(37);
        assertThat(bench.account.records("person")).hasSize(30);
        assertThat(migration.verify().closed()).isTrue();
    }

    private static void assertStopped(Report report) {
        assertThat(report.result().completion()).isEqualTo(Completion.STOPPED);
    }

    private void hangOn(String name) {
        bench.destination.writer(writer -> batch -> {
            if (Bench.creates(batch.get(0), name)) {
                begun.countDown();
                try {
                    forEver.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return batch.stream()
                        .<WriteOutcome>map(write -> new WriteOutcome.InDoubt(write.effect(), "CANCELLED"))
                        .toList();
            }
            return writer.write(batch);
        });
    }

    @Test
    void endsSoonAndGoesOn_whenACallHangs() throws Exception {
        hangOn("Customer 3");
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            Step<RunReport> run = new Step<>(migration::run);
            begun.await();
            long before = System.nanoTime();
            migration.stop();

            assertStopped(run.result());
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertEachOnceAfterASecondRun(migration);
        }
    }

    @Test
    void endsAndGoesOn_whenACallHangsThatCannotBeInterrupted() throws Exception {
        AtomicBoolean released = new AtomicBoolean();
        bench.destination.writer(writer -> batch -> {
            while (Bench.creates(batch.get(0), "Customer 3") && !released.get()) {
                begun.countDown();
                Thread.onSpinWait();
            }
            return released.get()
                    ? batch.stream()
                            .<WriteOutcome>map(write -> new WriteOutcome.InDoubt(write.effect(), "LATE"))
                            .toList()
                    : writer.write(batch);
        });
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            Step<RunReport> run = new Step<>(migration::run);
            begun.await();
            migration.stop();

            assertStopped(run.result());
            released.set(true);
            assertEachOnceAfterASecondRun(migration);
        } finally {
            released.set(true);
        }
    }

    @Test
    void endsAndGoesOn_whenTheRunWaitsForALongTime() throws Exception {
        Waiter slow = SystemTime.waiter(bench.clock);
        bench.waiter = moment -> {
            begun.countDown();
            slow.sleepUntil(moment);
        };
        bench.account.before(write -> Optional.of(
                new WriteOutcome.Postponed(write.effect(), Bench.START.plus(Duration.ofHours(1)), Reason.BLOCKED)));
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            Step<RunReport> run = new Step<>(migration::run);
            begun.await();
            migration.stop();

            assertStopped(run.result());
            assertThat(run.thread.isInterrupted()).isFalse();
            assertEachOnceAfterASecondRun(migration);
        }
    }

    @Test
    void endsAndKeepsTheInterruption_whenTheThreadOfTheStepIsInterrupted() throws Exception {
        hangOn("Customer 3");
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            Step<RunReport> run = new Step<>(() -> {
                RunReport report = migration.run();
                interrupted.set(Thread.currentThread().isInterrupted());
                return report;
            });
            begun.await();
            run.thread.interrupt();

            assertStopped(run.result());
            assertThat(interrupted).isTrue();
            assertEachOnceAfterASecondRun(migration);
        }
    }

    @Test
    void endsAndKeepsTheInterruption_whenTheThreadIsInterruptedWhileTheRunWaits() throws Exception {
        bench.waiter = moment -> {
            begun.countDown();
            forEver.await();
        };
        bench.account.before(write ->
                Optional.of(new WriteOutcome.Postponed(write.effect(), Bench.START.plusSeconds(60), Reason.BLOCKED)));
        AtomicBoolean interrupted = new AtomicBoolean();
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            Step<RunReport> run = new Step<>(() -> {
                RunReport report = migration.run();
                interrupted.set(Thread.interrupted());
                return report;
            });
            begun.await();
            run.thread.interrupt();

            assertStopped(run.result());
            assertThat(interrupted).isTrue();
            assertEachOnceAfterASecondRun(migration);
        }
    }

    @Test
    void sendsNothingMore_whenItIsStoppedByTheAccountItself() {
        AtomicReference<Migration> open = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        bench.account.before(write -> {
            if (calls.incrementAndGet() == 5) {
                Objects.requireNonNull(open.get()).stop();
            }
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            open.set(migration);
            Bench.ready(migration);
            RunReport first = migration.run();

            assertStopped(first);
            assertThat(first.mappings())
                    .allSatisfy(mapping -> assertThat(mapping.inDoubt()).isZero());
            assertThat(bench.account.creates()).isBetween(5, 12);
            assertEachOnceAfterASecondRun(migration);
        }
    }

    @Test
    void tellsAnyThreadHowItStands() {
        AtomicReference<Migration> open = new AtomicReference<>();
        Queue<Status> seen = new ConcurrentLinkedQueue<>();
        bench.account.before(write -> {
            seen.add(Objects.requireNonNull(open.get()).status());
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            open.set(migration);
            Bench.readyAndRun(migration);
        }

        assertThat(seen)
                .hasSize(37)
                .allSatisfy(status -> assertThat(status.phase()).isEqualTo("ran"));
        assertThat(seen)
                .anySatisfy(status -> assertThat(status.effects())
                        .containsEntry("FAILED", 0L)
                        .hasEntrySatisfying(
                                "WRITTEN", written -> assertThat(written).isPositive()));
    }

    @Test
    void verificationAndPreparationEndAndGoOn_whenTheyAreStoppedBetweenPages() {
        AtomicReference<Migration> open = new AtomicReference<>();
        AtomicBoolean stop = new AtomicBoolean(true);
        bench.destination.reader(reader -> request -> {
            if (stop.get()) {
                Objects.requireNonNull(open.get()).stop();
            }
            return reader.scan(request);
        });
        try (Migration migration = bench.open()) {
            open.set(migration);
            Bench.plan(migration);
            migration.approve("ops@example.com");
            PrepareReport prepare = migration.prepare();
            stop.set(false);
            migration.prepare();
            migration.run();
            stop.set(true);
            Reconciliation verify = migration.verify();
            stop.set(false);

            assertStopped(prepare);
            assertStopped(verify);
            assertThat(verify.result().reasons()).containsExactly("stopped on request; call verify again to go on");
            assertThat(migration.verify().closed()).isTrue();
        }
    }
}
