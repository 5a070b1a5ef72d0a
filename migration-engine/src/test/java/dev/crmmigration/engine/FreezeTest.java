package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreezeTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
    }

    private static CrmRecord late(int number) {
        return Bench.customer(number).put("company", "Company 1").build();
    }

    @Test
    void recordsWhoAndWhen_andSaysWhatToSeeTo() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.pass(Duration.ofHours(1));

            Freeze freeze = migration.freeze("ops@example.com");

            assertThat(freeze.at()).isEqualTo(Bench.START.plus(Duration.ofHours(1)));
            assertThat(freeze.replaces()).isEmpty();
            assertThat(freeze.checklist())
                    .anyMatch(line -> line.startsWith("Stop writes in toy"))
                    .anyMatch(line -> line.startsWith("Pause sends in toy"))
                    .anyMatch(line -> line.startsWith("Take the final export of toy"));
        }
        try (Migration migration = bench.open()) {
            assertThat(migration.status().freeze())
                    .contains(new Status.Mark(Bench.START.plus(Duration.ofHours(1)), "ops@example.com"));
            assertThat(migration.status().next()).contains("delta");
        }
    }

    @Test
    void refusesAnExportThatIsOlderThanTheFreeze() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.takenAt(bench.clock.instant());
            bench.pass(Duration.ofHours(1));
            migration.freeze("ops@example.com");
            bench.source.add(late(9));

            RunReport refused = migration.delta();

            assertThat(refused.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(refused.result().reasons())
                    .containsExactly("the source was exported at 2026-01-05T10:00:00Z, before the freeze at"
                            + " 2026-01-05T11:00:00Z: what was changed in between would be lost. Export it again, then call"
                            + " delta");
            assertThat(bench.names("person")).hasSize(3);

            bench.source.takenAt(bench.clock.instant());
            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(4);
        }
    }

    @Test
    void readsAnew_whatWasReadInPartBeforeTheFreeze() {
        bench.source.pages(1, true);
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            int before = bench.source.pages();
            bench.source.beforePage(page -> {
                if (page == before + 3) {
                    migration.stop();
                }
            });
            assertThat(migration.delta().result().completion()).isEqualTo(Completion.STOPPED);
            bench.pass(Duration.ofMinutes(1));
            migration.freeze("ops@example.com");
            int stopped = bench.source.pages();

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);

            assertThat(bench.source.pages() - stopped)
                    .as("three records and the end")
                    .isEqualTo(4);
        }
    }

    @Test
    void listsWhatTheSourceHasChangedAfterTheFreeze_andTakesItAlong() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            Instant breach = bench.clock.instant().plus(Duration.ofMinutes(5));
            bench.source.add(
                    SourceEntry.Read.of(late(8), new Origin("customer", 8)).changedAt(Bench.START));
            bench.source.add(
                    SourceEntry.Read.of(late(9), new Origin("customer", 9)).changedAt(breach));
            bench.pass(Duration.ofHours(1));

            RunReport delta = migration.delta();

            assertThat(delta.breaches()).containsExactly(new RunReport.Breach("customer:9", breach));
            assertThat(delta.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(bench.names("person")).contains("Customer 9");

            migration.freeze("ops@example.com");
            bench.pass(Duration.ofMinutes(1));
            RunReport clean = migration.delta();

            assertThat(clean.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(clean.breaches()).isEmpty();
        }
    }

    @Test
    void showsWhatIsLeftOfTheDeltaWindow() {
        try (Migration migration =
                bench.builder().deltaWindow(Duration.ofHours(10)).build()) {
            Bench.ready(migration);
            assertThat(migration.status().deltaWindow())
                    .isEqualTo(new Status.Window(Duration.ofHours(10), Optional.empty(), Duration.ofHours(10)));
            migration.run();
            bench.pass(Duration.ofHours(4));
            assertThat(migration.status().deltaWindow().left()).isEqualTo(Duration.ofHours(6));
            migration.run();
            bench.pass(Duration.ofHours(7));
            assertThat(migration.status().deltaWindow())
                    .isEqualTo(new Status.Window(
                            Duration.ofHours(10), Optional.of(Bench.START.plus(Duration.ofHours(10))), Duration.ZERO));
        }
    }

    @Test
    void isTwoDaysLong_whenNobodySaysOtherwise() {
        try (Migration migration = bench.open()) {
            assertThat(migration.status().deltaWindow().length()).isEqualTo(Duration.ofDays(2));
            assertThat(migration.status().hypercare().length()).isEqualTo(Duration.ofDays(3));
        }
    }

    @Test
    void refusesWindowsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.builder().deltaWindow(Duration.ZERO))
                .withMessage("deltaWindow must be longer than nothing but was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> bench.builder().hypercare(Duration.ofDays(-1)));
    }
}
