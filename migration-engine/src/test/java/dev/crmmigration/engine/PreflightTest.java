package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Preflight;
import dev.crmmigration.api.destination.Preflight.Finding;
import dev.crmmigration.api.destination.Preflight.Probe;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at, asked and tried before the first record is written. */
class PreflightTest {

    private static final Probe PROBE =
            new Probe(ObjectType.of("company"), Map.of("name", FieldValue.of("Migration check")));

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private static PrepareReport prepare(Migration migration) {
        assertThat(Bench.plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
        return migration.prepare();
    }

    @Test
    void reportsWhatTheDestinationFindsOut() {
        bench.destination.preflight(new Preflight(
                List.of(Finding.ok("ADMIN", "an admin"), Finding.note("SEATS", "3 seats")), Optional.empty()));
        try (Migration migration = bench.open()) {
            PrepareReport report = prepare(migration);

            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.preflight())
                    .containsExactly(
                            new PrepareReport.Finding("OK", "ADMIN", "an admin"),
                            new PrepareReport.Finding("NOTE", "SEATS", "3 seats"));
        }
    }

    @Test
    void writesNothing_whenSomethingStandsInTheWay() {
        bench.destination.preflight(
                new Preflight(List.of(Finding.blocker("ADMIN", "use the token of an admin")), Optional.of(PROBE)));
        try (Migration migration = bench.open()) {
            assertThat(prepare(migration).result())
                    .isEqualTo(StepResult.of(Completion.WAITS, List.of("use the token of an admin")));
            assertThatThrownBy(migration::run).isInstanceOf(StepOrderException.class);
            assertThat(bench.account.creates()).isZero();
        }
    }

    @Test
    void triesARecordOnce_andTakesItAway() {
        bench.destination.preflight(new Preflight(List.of(), Optional.of(PROBE)));
        try (Migration migration = bench.open()) {
            assertThat(prepare(migration).result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(1);
            assertThat(bench.account.records("company")).isEmpty();

            assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(1);
        }
    }

    @Test
    void waits_whenTheTokenDoesNotSeeWhatItWrites() {
        bench.destination.preflight(new Preflight(List.of(), Optional.of(PROBE)));
        bench.destination.reader(reader -> request -> List::of);
        try (Migration migration = bench.open()) {
            PrepareReport report = prepare(migration);

            assertThat(report.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(report.result().reasons()).singleElement().asString().contains("does not see a record");
            assertThat(report.preflight())
                    .extracting(PrepareReport.Finding::code)
                    .containsExactly("PROBE");
            assertThat(bench.account.records("company")).isEmpty();
        }
    }

    @Test
    void waits_whenTheAccountRefusesTheRecord() {
        bench.destination.preflight(new Preflight(
                List.of(), Optional.of(new Probe(ObjectType.of("company"), Map.of("name", FieldValue.of("x"))))));
        bench.account.before(
                write -> Optional.of(WriteOutcome.Rejected.of(write.effect(), "", "FORBIDDEN", "no right")));
        try (Migration migration = bench.open()) {
            assertThat(prepare(migration).result().reasons())
                    .singleElement()
                    .asString()
                    .contains("FORBIDDEN")
                    .contains("rights of the token's user");
        }
    }

    @Test
    void findsAndDeletesARecordWhoseAnswerWasLost() {
        bench.destination.preflight(new Preflight(List.of(), Optional.of(PROBE)));
        bench.destination.traits("company", ObjectTraits.written(4).withVisibleAfter(Duration.ofSeconds(30)));
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> write instanceof Write.Create && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            assertThat(prepare(migration).result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(2);
            assertThat(bench.account.records("company")).isEmpty();
        }
    }

    @Test
    void asksWhatTheDestinationAsks_andTakesAPolicyForAnAnswer() {
        Choice paused = Choice.open("automationsPaused", "Are they paused?", List.of("paused", "none"));
        bench.destination.choice(paused);
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .containsExactly(new Plan.Question("choices: automationsPaused", "Are they paused?"));
        }
        bench.policies.put("automationsPaused", "paused");
        try (Migration migration = bench.open()) {
            assertThat(migration.planAfresh().questions()).isEmpty();
        }
    }
}
