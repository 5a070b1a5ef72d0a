package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

    private static Stages stages;

    @BeforeAll
    static void prepare() {
        stages = new Stages(folder.resolve("stages"));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void endsWithTheTruth_whereverTheJournalCommits(Step step) {
        AtomicInteger next = new AtomicInteger(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger kills = new AtomicInteger();

        IntStream.range(0, AT_ONCE).parallel().forEach(worker -> {
            while (!ended.get()) {
                int commit = next.getAndIncrement();
                boolean after = commit % 2 == 0;
                Path fork = folder.resolve("commit-" + step + "-" + commit);
                try (Rig rig = Rig.fork(stages.before(step), fork)) {
                    Victim victim = new Victim(rig, step.command());
                    int code = victim.killedAtCommit(commit, after);
                    if (code == Victim.KILLED) {
                        kills.incrementAndGet();
                    } else {
                        assertThat(code).as(victim.out()).isZero();
                        ended.set(true);
                    }
                    endsWithTheTruth(rig, step, "killed at commit " + commit);
                }
            }
        });
        Tally.say(step.command() + " was killed at " + kills + " commits of its journal");
        assertThat(kills).hasValueGreaterThan(5);
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
