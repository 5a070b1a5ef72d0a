package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever the process is killed, the next one brings every record exactly once, and takes every record back. */
class CrashTest {

    private static final int WRITES = 37;

    @TempDir
    Path folder;

    private Bench bench;
    private Kills kills;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(30);
        kills = new Kills(bench, folder);
    }

    /** Kills before the account does a write, and after it has done it but before anybody is told. */
    private void killAtEveryWrite() {
        bench.account.before(write -> kill());
        bench.account.after(write -> kill());
    }

    private <T> Optional<T> kill() {
        kills.now();
        return Optional.empty();
    }

    @Test
    void bringsEachRecordOnce_wheneverTheRunIsKilled() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            killAtEveryWrite();
            migration.run();
        }

        assertThat(kills.remains()).hasSize(2 * WRITES);
        IntStream.range(0, 2 * WRITES).parallel().forEach(this::assertBroughtOnce);
    }

    private void assertBroughtOnce(int kill) {
        Bench left = kills.remains().get(kill);
        try (Migration migration = left.open()) {
            RunReport run = migration.run();
            Reconciliation proof = migration.verify();

            assertThat(run.result()).as("run after kill %d", kill).isEqualTo(StepResult.COMPLETE);
            assertThat(left.account.creates()).as("creates after kill %d", kill).isEqualTo(WRITES);
            assertThat(left.names("person"))
                    .as("persons after kill %d", kill)
                    .doesNotHaveDuplicates()
                    .hasSize(30);
            assertThat(proof.closed()).as("counts after kill %d", kill).isTrue();
            assertThat(migration.verifyAudit().result())
                    .as("audit after kill %d", kill)
                    .isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void takesEachRecordBack_wheneverTheRollbackIsKilled() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            killAtEveryWrite();
            migration.rollback();
        }

        assertThat(kills.remains()).hasSize(2 * WRITES);
        IntStream.range(0, 2 * WRITES).parallel().forEach(this::assertTakenBack);
    }

    private void assertTakenBack(int kill) {
        Bench left = kills.remains().get(kill);
        try (Migration migration = left.open()) {
            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).as("rollback after kill %d", kill).isTrue();
            assertThat(rollback.deleted() + rollback.alreadyGone())
                    .as("records of ours after kill %d", kill)
                    .isEqualTo(WRITES);
            assertThat(left.account.records("person"))
                    .as("persons after kill %d", kill)
                    .isEmpty();
            assertThat(left.account.records("company"))
                    .as("companies after kill %d", kill)
                    .isEmpty();
            assertThat(migration.verifyAudit().result())
                    .as("audit after kill %d", kill)
                    .isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void bringsAndTakesBackEachRecordOnce_whenEveryProcessIsKilledAfterAFewWrites() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }

        Bench brought = killedAgainAndAgain(bench, 3, Migration::run);
        assertThat(brought.account.creates()).isEqualTo(WRITES);
        try (Migration migration = brought.open()) {
            assertThat(migration.verify().closed()).isTrue();
        }

        Bench emptied = killedAgainAndAgain(brought, 5, Migration::rollback);
        assertThat(emptied.account.records("person")).isEmpty();
        assertThat(emptied.account.records("company")).isEmpty();
    }

    /** Lets process after process work on a step, each killed after some writes, until one comes to the end. */
    private Bench killedAgainAndAgain(Bench first, int writes, Function<Migration, Report> step) {
        Bench alive = first;
        for (int process = 1; process < WRITES; process++) {
            Kills killed = killedAfter(writes, alive, "process-" + writes + "-" + process);
            Report report;
            try (Migration migration = alive.open()) {
                report = step.apply(migration);
            }
            if (killed.remains().isEmpty()) {
                assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
                assertThat(process).as("processes").isGreaterThan(WRITES / writes / 2);
                return alive;
            }
            alive = killed.remains().get(0);
        }
        throw new AssertionError("the step comes to no end");
    }

    private Kills killedAfter(int number, Bench alive, String name) {
        Kills killed = new Kills(alive, folder.resolve(name));
        AtomicInteger writes = new AtomicInteger();
        alive.destination.traits("person", ObjectTraits.written(1)).traits("company", ObjectTraits.written(1));
        alive.account.after(write -> {
            if (writes.incrementAndGet() == number) {
                killed.now();
            }
            return Optional.empty();
        });
        return killed;
    }

    @Test
    void readsEverythingOnce_wheneverTheExtractionIsKilled() {
        bench.source.pages(4, true).beforePage(page -> kills.here());
        Profile whole;
        try (Migration migration = bench.open()) {
            whole = migration.extract();
        }
        List<Bench> remains = kills.remains();

        assertThat(remains).hasSize(9);
        for (Bench left : remains) {
            left.customers(30).source.pages(4, true);
            try (Migration migration = left.open()) {
                assertThat(migration.extract()).isEqualTo(whole);
            }
        }
    }

    @Test
    void losesNoRecord_whenItIsKilledWhileCallsAreUnderWayThatStillArrive() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            AtomicInteger writes = new AtomicInteger();
            bench.account.before(write -> {
                if (writes.incrementAndGet() % 9 == 0) {
                    kills.now();
                    arrivesAfterTheKill(write);
                }
                return Optional.empty();
            });
            migration.run();
        }

        assertThat(kills.remains()).hasSize(WRITES / 9);
        IntStream.range(0, WRITES / 9).parallel().forEach(this::assertBroughtOnce);
    }

    private void arrivesAfterTheKill(Write write) {
        List<Bench> remains = kills.remains();
        remains.get(remains.size() - 1).account.arrive((Write.Create) write);
    }
}
