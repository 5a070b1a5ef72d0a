package dev.crmmigration.examples.cli.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real processes, killed with {@code kill -9}: whatever they leave, the next one ends with the truth as it should be. */
abstract class Kills extends FaultBench {

    /** The machine's cores are enough to do with these. */
    private static final int AT_ONCE = 2;

    private static final long SEED = 20_260_301;
    private static final int CHAINS = 4;

    private @Nullable ChildClassPath classPath;

    Kills(Destinations destination) {
        super(destination);
    }

    @BeforeAll
    void learn(@TempDir Path folder) {
        classPath = ChildClassPath.in(folder);
    }

    Victim victim(Rig rig, Step step) {
        return new Victim(rig, requireNonNull(classPath), step.command());
    }

    /** Returns how many times a step can at least be killed at a write. */
    abstract int writes(Step step);

    /** Performs work number 0, 1, ... until one says that there is no more to do. */
    private static int untilItEnds(IntPredicate work) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, AT_ONCE).parallel().forEach(worker -> {
            while (!ended.get()) {
                if (work.test(next.getAndIncrement())) {
                    done.incrementAndGet();
                } else {
                    ended.set(true);
                }
            }
        });
        return done.get();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void endsWithTheTruth_whereverTheJournalCommits(Step step) {
        int each = step == Step.RUN ? 2 : 1;
        int kills = untilItEnds(number -> {
            int commit = 1 + number / each;
            boolean after = (number + commit / 2) % 2 == 0;
            return killed(step, "commit " + commit + after, victim -> victim.killedAtCommit(commit, after));
        });
        Tally.say(destination() + ": " + step.command() + " was killed " + kills + " times at commits of its journal");
        assertThat(kills).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PREPARE", "RUN", "ROLLBACK"})
    void endsWithTheTruth_whereverItWrites(Step step) {
        int each = step == Step.RUN ? 2 : 1;
        int kills = untilItEnds(number -> {
            int write = 1 + number / each;
            boolean after = (number + write / 2) % 2 == 0;
            return killed(step, "write " + write + after, victim -> victim.killedAtWrite(write, after));
        });
        Tally.say(destination() + ": " + step.command() + " was killed " + kills + " times at writes");
        assertThat(kills).isGreaterThanOrEqualTo(writes(step));
    }

    /** Kills a step once; tells whether it has got as far as that. */
    private boolean killed(Step step, String moment, ToIntFunction<Victim> how) {
        try (Rig rig = stages().fork(step, fork())) {
            Victim victim = victim(rig, step);
            int code = how.applyAsInt(victim);
            assertThat(code).as(victim.out()).isIn(Victim.KILLED, 0);
            endsWithTheTruth(rig, step, "killed at " + moment);
            return code == Victim.KILLED;
        }
    }

    /** One migration, killed again and again on its way there and back. */
    @Test
    void endsWithTheTruth_whenProcessAfterProcessIsKilled() {
        IntStream.range(0, CHAINS).parallel().forEach(chain -> {
            long seed = SEED + chain;
            Random random = new Random(seed);
            int kills = 0;
            try (Rig rig = stages().fork(Step.PREPARE, fork())) {
                for (Step step : Step.values()) {
                    kills += killedSomeTimes(rig, step, random);
                    try (Migration migration = rig.open()) {
                        if (step != Step.ROLLBACK || !migration.status().phase().equals("rolled back")) {
                            assertThat(step.on(migration).result().completion())
                                    .as("%s of seed %d", step, seed)
                                    .isEqualTo(Completion.COMPLETE);
                        }
                        Tally.compared(rig.truth(), stages().after(step));
                        assertThat(rig.truth()).as("%s of seed %d", step, seed).isEqualTo(stages().after(step));
                    }
                }
            }
            Tally.say(destination() + ", seed " + seed + ": one migration was killed " + kills + " times");
        });
    }

    private int killedSomeTimes(Rig rig, Step step, Random random) {
        for (int kill = 0; kill < 3; kill++) {
            Victim victim = victim(rig, step);
            int code = random.nextBoolean()
                    ? victim.killedAtCommit(1 + random.nextInt(20), random.nextBoolean())
                    : victim.killedAtWrite(1 + random.nextInt(8), random.nextBoolean());
            assertThat(code).as(victim.out()).isIn(Victim.KILLED, 0);
            if (code == 0) {
                return kill;
            }
        }
        return 3;
    }

    List<Faults> faults() {
        return Faults.of(destination());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsWithTheTruth_whenItIsKilledWhileTheAccountFails(Faults fault) {
        try (Rig rig = rig(fault.settings(), SimulatorClock.system())) {
            rig.inject(fault);
            int number = faults().indexOf(fault);
            boolean after = number % 2 == 0;
            if (fault.isOfJobs()) {
                victim(rig, Step.RUN).killedAtWrite(1 + number % 3, after);
            } else {
                victim(rig, Step.RUN).killedAtCommit(10 + number, after);
            }
            Completing.completes(rig, stages().after(Step.RUN));
        }
    }

    private void endsWithTheTruth(Rig rig, Step killed, String moment) {
        try (Migration migration = rig.open()) {
            for (Step step : Step.values()) {
                if (step.compareTo(killed) >= 0 && (step != Step.ROLLBACK || killed == Step.ROLLBACK)) {
                    Report report = step.on(migration);
                    Truth truth = rig.truth();
                    Tally.compared(truth, stages().after(step));
                    assertThat(report.result().completion())
                            .as("%s, %s: %s", step, moment, report.result())
                            .isEqualTo(Completion.COMPLETE);
                    assertThat(truth).as("%s, %s", step, moment).isEqualTo(stages().after(step));
                    assertSaysTheTruth(report, truth, moment);
                }
            }
            assertThat(migration.verifyAudit().result().completion()).as(moment).isEqualTo(Completion.COMPLETE);
        }
    }

    private void assertSaysTheTruth(Report report, Truth truth, String moment) {
        if (report instanceof RunReport run) {
            assertThat(run.mappings().stream().mapToLong(MappingCounts::created).sum())
                    .as(moment)
                    .isEqualTo(truth.count());
            assertThat(run.mappings()).as(moment).allMatch(MappingCounts::closes);
        } else if (report instanceof RollbackReport rollback) {
            assertThat(rollback.proven()).as(moment).isTrue();
            assertThat(rollback.deleted() + rollback.alreadyGone())
                    .as(moment)
                    .isEqualTo(stages().after(Step.RUN).count());
        }
    }
}
