package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.MigrationException;
import dev.crmmigration.engine.toy.MemorySink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit goes to every sink, and a sink that fails stops what it should know of. */
class AuditSinksTest {

    @TempDir
    Path folder;

    private final MemorySink sink = new MemorySink();
    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(2_000);
    }

    private Migration open() {
        return bench.builder().auditSink(sink, Settings.none()).build();
    }

    private Path file() {
        return bench.workspace.resolve("audit.jsonl");
    }

    @Test
    void deliversTheSameTrailToEverySink() throws IOException {
        try (Migration migration = withDatabase().build()) {
            Bench.readyAndRun(migration);
            migration.rollback();

            AuditReport report = migration.verifyAudit();

            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.trails()).extracting(AuditReport.Trail::sink).containsExactly("file", "memory", "jdbc");
            assertThat(report.trails())
                    .allSatisfy(trail -> assertThat(trail.events()).isEqualTo(sink.lines.size()));
        }
        assertThat(sink.lines).hasSizeGreaterThan(600).isEqualTo(Files.readAllLines(file()));
    }

    private MigrationBuilder withDatabase() {
        return bench.builder()
                .auditSink(sink, Settings.of("colour", "blue"))
                .auditSink("jdbc", Settings.of("url", "jdbc:sqlite:" + folder.resolve("audit.db")));
    }

    @Test
    void deliversEverythingToASinkThatComesLater() throws IOException {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
        }
        try (Migration migration = withDatabase().build()) {
            assertThat(migration.verifyAudit().trails())
                    .extracting(AuditReport.Trail::pending)
                    .element(1)
                    .isEqualTo((long) Files.readAllLines(file()).size());
            migration.run();

            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
        assertThat(sink.lines).isEqualTo(Files.readAllLines(file()));
    }

    @Test
    void doesNothing_whenASinkCannotBeOpened() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }
        sink.failingAtOpen();
        try (Migration migration = open()) {
            assertThatThrownBy(migration::run)
                    .isInstanceOf(MigrationException.class)
                    .hasMessage(
                            "audit sink 'memory' failed with IllegalStateException. What it does not hold yet stays in"
                                    + " the journal: mend the sink, then call the step again.");
            assertThat(bench.account.creates()).isZero();

            sink.mend();
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
        }
        assertThat(sink.lines).isNotEmpty();
    }

    @Test
    void stopsTheRunAndGoesOnLater_whenASinkFailsInTheMiddle() throws IOException {
        try (Migration migration = open()) {
            Bench.ready(migration);
            sink.failingAtEntry(sink.lines.size() + 20);

            assertThatThrownBy(migration::run)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("audit sink 'memory' failed");

            // Of 2,007 records: what had come together, what was under way, and no more.
            assertThat(bench.account.creates()).isBetween(1_000, 1_300);
            assertThat(migration.status().phase()).isEqualTo("ran");
            AuditReport.Trail behind = migration.verifyAudit().trails().get(1);
            assertThat(behind.problem()).isEmpty();
            assertThat(behind.pending()).isGreaterThan(100);
        }
        sink.mend();
        try (Migration migration = open()) {
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
        assertThat(bench.account.creates()).isEqualTo(2_007);
        assertThat(sink.lines).isEqualTo(Files.readAllLines(file())).doesNotHaveDuplicates();
    }

    @Test
    void stopsTheRollback_whenASinkFailsInTheMiddle() {
        try (Migration migration = open()) {
            Bench.readyAndRun(migration);
            sink.failingAtEntry(sink.lines.size() + 20);

            assertThatThrownBy(migration::rollback).isInstanceOf(MigrationException.class);
            assertThat(bench.account.records("person")).isNotEmpty();

            sink.mend();
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void saysSoAndFreesTheWorkspace_whenASinkCannotBeClosed() {
        Migration migration = open();
        migration.extract();
        sink.failingAtClose();

        assertThatThrownBy(migration::close)
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("audit sink 'memory' failed");

        sink.mend();
        try (Migration again = open()) {
            assertThat(again.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void namesTheSinksThatAreThere_whenOneIsNot() {
        assertThatThrownBy(() -> bench.builder()
                        .auditSink("carrier-pigeon", Settings.none())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("audit sink 'carrier-pigeon' is on the class path 0 times. Known are file, jdbc, slf4j");
    }

    @Test
    void refusesASettingThatTheSinkDoesNotKnow() {
        assertThatThrownBy(() -> bench.builder()
                        .auditSink("jdbc", Settings.of("uri", "jdbc:sqlite::memory:"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("setting 'uri' is not known")
                .hasMessageContaining("setting 'url' is required");
    }

    @Test
    void freesTheWorkspace_whenASinkIsNotThere() {
        assertThatThrownBy(() ->
                        bench.builder().auditSink("pigeon", Settings.none()).build())
                .isInstanceOf(ConfigurationException.class);

        bench.open().close();
    }

    @Test
    void stops_whenTheLogWouldSwallowTheTrail() {
        try (Migration migration = bench.builder()
                .auditSink("slf4j", Settings.of("logger", "silent"))
                .build()) {
            assertThatThrownBy(migration::extract)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("logger silent of audit sink 'slf4j' does not log at level INFO");
        }
    }

    @Test
    void namesTheMissingEndAndThenDeliversItAgain_whenTheTrailWasCut() throws IOException {
        try (Migration migration = open()) {
            Bench.ready(migration);
        }
        List<String> whole = Files.readAllLines(file());
        Files.writeString(file(), String.join("\n", whole.subList(0, whole.size() - 2)) + "\n");

        try (Migration migration = open()) {
            AuditReport cut = migration.verifyAudit();
            assertThat(cut.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(cut.position()).isEqualTo(whole.size() - 1);
            assertThat(migration.verifyAudit()).isEqualTo(cut);

            migration.run();

            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.audit(whole.size() + 1, 1).entries())
                    .extracting(
                            AuditEntries.Entry::kind,
                            entry -> entry.attributes().get("from"))
                    .containsExactly(tuple("audit restored", String.valueOf(whole.size() - 1)));
        }
        assertThat(Files.readAllLines(file()).subList(0, whole.size())).isEqualTo(whole);
    }

    @Test
    void namesTheFirstLine_whenTheFileIsGone() throws IOException {
        try (Migration migration = open()) {
            Bench.ready(migration);
            Files.delete(file());

            AuditReport report = migration.verifyAudit();

            assertThat(report.position()).isEqualTo(1);
            assertThat(report.problem()).startsWith("line 1 is missing: the trail ends before event ");
        }
    }

    @Test
    void refusesToGoOn_whenTheSinkHoldsTheTrailOfAnotherMigration() {
        try (Migration migration = open()) {
            Bench.ready(migration);
        }
        Bench other = new Bench(folder.resolve("other")).customers(3);
        try (Migration migration =
                other.builder().auditSink(sink, Settings.none()).build()) {
            assertThatThrownBy(migration::extract)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("it is the trail of another one");
        }
    }
}
