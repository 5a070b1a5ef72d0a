package dev.crmmigration.examples.cli.crash;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes, killed with {@code kill -9}: whatever they leave, the next one ends with the truth as it should be. */
@Tag("kills")
@ExtendWith(Tally.class)
class KillsProcessTest {

    /** The machine's cores are enough to do with these. */
    private static final int AT_ONCE = 2;

    @TempDir
    private static Path folder;

    private static final long SEED = 20_260_301;
    private static final int CHAINS = 4;

    private static Stages stages;
    private static ChildClassPath classPath;

    @BeforeAll
    static void prepare() {
        classPath = ChildClassPath.in(folder);
        stages = new Stages(folder.resolve("stages"));
    }

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
        Tally.say(step.command() + " was killed " + kills + " times at commits of its journal");
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
        Tally.say(step.command() + " was killed " + kills + " times at writes");
        assertThat(kills).isGreaterThan(5);
    }

    /** Kills a step once; tells whether it has got as far as that. */
    private static boolean killed(Step step, String moment, ToIntFunction<Victim> how) {
        Path fork = folder.resolve(step + " " + moment);
        try (Rig rig = Rig.fork(stages.before(step), fork)) {
            Victim victim = new Victim(rig, classPath, step.command());
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
            try (Rig rig = Rig.fork(stages.before(Step.PREPARE), folder.resolve("chain-" + chain))) {
                for (Step step : Step.values()) {
                    kills += killedSomeTimes(rig, step, random);
                    try (Migration migration = rig.open()) {
                        if (step != Step.ROLLBACK || !migration.status().phase().equals("rolled back")) {
                            assertThat(step.on(migration).result().completion())
                                    .as("%s of seed %d", step, seed)
                                    .isEqualTo(Completion.COMPLETE);
                        }
                        Tally.compared(rig.truth(), stages.after(step));
                        assertThat(rig.truth()).as("%s of seed %d", step, seed).isEqualTo(stages.after(step));
                    }
                }
            }
            Tally.say("seed " + seed + ": one migration was killed " + kills + " times");
        });
    }

    private static int killedSomeTimes(Rig rig, Step step, Random random) {
        for (int kill = 0; kill < 3; kill++) {
            Victim victim = new Victim(rig, classPath, step.command());
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

    @ParameterizedTest
    @EnumSource(Faults.class)
    void endsWithTheTruth_whenItIsKilledWhileTheAccountFails(Faults fault) {
        Path fork = folder.resolve("fault-" + fault);
        try (Rig rig = Rig.fork(stages.before(Step.RUN), fork, fault.settings(), SimulatorClock.system())) {
            rig.inject(fault.script());
            int number = List.of(Faults.values()).indexOf(fault);
            new Victim(rig, classPath, "run").killedAtCommit(10 + number, number % 2 == 0);
            Completing.completes(rig, stages.after(Step.RUN));
        }
    }

    /**
     * The journal is set back to where it was before the run: its intents and outcomes are lost with every kill. The first
     * commits of a run come before its first write.
     */
    @Test
    void findsRecordsTwice_whenTheJournalIsSetBackAfterEveryKill() {
        long duplicates = 0;
        for (int commit : List.of(36, 40, 44, 48)) {
            Path fork = folder.resolve("unprotected-" + commit);
            try (Rig rig = Rig.fork(stages.before(Step.RUN), fork)) {
                assertThat(new Victim(rig, classPath, "run").killedAtCommit(commit, true))
                        .isEqualTo(Victim.KILLED);
                rig.setJournalBackTo(stages.before(Step.RUN));
                try (Migration migration = rig.open()) {
                    assertThat(migration.run().result().completion()).isEqualTo(Completion.COMPLETE);
                    duplicates += rig.truth().duplicates(stages.after(Step.RUN));
                }
            }
        }
        Tally.say("without the journal's protection, 4 kills made " + duplicates + " duplicates");
        assertThat(duplicates).isGreaterThan(4);
    }

    private static void endsWithTheTruth(Rig rig, Step killed, String moment) {
        try (Migration migration = rig.open()) {
            for (Step step : Step.values()) {
                if (step.compareTo(killed) >= 0 && (step != Step.ROLLBACK || killed == Step.ROLLBACK)) {
                    Report report = step.on(migration);
                    Truth truth = rig.truth();
                    Tally.compared(truth, stages.after(step));
                    assertThat(report.result().completion())
                            .as("%s, %s: %s", step, moment, report.result())
                            .isEqualTo(Completion.COMPLETE);
                    assertThat(truth).as("%s, %s", step, moment).isEqualTo(stages.after(step));
                    assertSaysTheTruth(report, truth, moment);
                }
            }
            assertThat(migration.verifyAudit().result().completion()).as(moment).isEqualTo(Completion.COMPLETE);
        }
    }

    private static void assertSaysTheTruth(Report report, Truth truth, String moment) {
        if (report instanceof RunReport run) {
            assertThat(run.mappings().stream().mapToLong(MappingCounts::created).sum())
                    .as(moment)
                    .isEqualTo(truth.count());
            assertThat(run.mappings()).as(moment).allMatch(MappingCounts::closes);
        } else if (report instanceof RollbackReport rollback) {
            assertThat(rollback.proven()).as(moment).isTrue();
            assertThat(rollback.deleted() + rollback.alreadyGone())
                    .as(moment)
                    .isEqualTo(stages.after(Step.RUN).count());
        }
    }
}
