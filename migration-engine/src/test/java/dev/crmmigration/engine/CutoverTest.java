package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutoverTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    @Test
    void writesACertificate_andDeclaresTheDestination() throws IOException {
        try (Migration migration = bench.open()) {
            assertThat(migration.status().systemOfRecord()).isEqualTo("toy");

            Cutover certificate = Bench.cutOver(migration);

            assertThat(certificate.by()).isEqualTo("owner@example.com");
            assertThat(certificate.at()).contains(Bench.START);
            assertThat(certificate.systemOfRecord()).isEqualTo("box");
            assertThat(certificate.roots()).hasSize(2).allMatch(Reconciliation.Root::agrees);
            assertThat(certificate.mappings()).singleElement().matches(RunReport.MappingCounts::closes);
            assertThat(certificate.unverified()).isEmpty();
            assertThat(certificate.hypercareUntil()).contains(Bench.START.plus(Duration.ofDays(3)));
            assertThat(Files.readString(bench.workspace.resolve("reports/cutover.json")))
                    .isEqualTo(certificate.toJson());
        }
        try (Migration migration = bench.open()) {
            Status status = migration.status();
            assertThat(status.phase()).isEqualTo("cut over");
            assertThat(status.systemOfRecord()).isEqualTo("box");
            assertThat(status.next()).startsWith("verify --drift");
        }
    }

    @Test
    void givesEveryReason_whenItIsTooEarly() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            Cutover refused = migration.cutover("owner@example.com");

            assertThat(refused.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(refused.result().reasons())
                    .containsExactly(
                            "the source is not frozen. Call freeze, then delta",
                            "what was written last is not verified. Call verify");
            assertThat(refused.at()).isEmpty();
            assertThat(bench.workspace.resolve("reports/cutover.json")).doesNotExist();
            assertThat(migration.status().cutover()).isEmpty();
        }
    }

    @Test
    void needsADeltaAfterTheFreeze() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.verify();
            bench.pass(Duration.ofHours(1));
            migration.freeze("ops@example.com");

            assertThat(migration.cutover("owner@example.com").result().reasons())
                    .singleElement()
                    .asString()
                    .contains("before the freeze at 2026-01-05T11:00:00Z");
        }
    }

    @Test
    void needsAVerificationOfWhatWasWrittenLast() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            migration.verify();
            bench.source.add(Bench.customer(20).build());
            migration.delta();

            assertThat(migration.cutover("owner@example.com").result().reasons())
                    .containsExactly("what was written last is not verified. Call verify");
            migration.verify();
            assertThat(migration.cutover("owner@example.com").result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void refuses_whenBothSidesDoNotSayTheSame() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            migration.delta();
            bench.change(bench.person("Customer 2"), "name", "Somebody else");
            migration.verify();

            assertThat(migration.cutover("owner@example.com").result().reasons())
                    .hasSize(2)
                    .anyMatch(reason -> reason.startsWith("the last verification did not close"))
                    .contains("person: source and destination do not say the same");
        }
    }

    @Test
    void wantsToBeToldThatHeldRecordsAreKnown() {
        bench.source.add(Bench.customer(30).put("owner", "stranger@example.com").build());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            migration.delta();
            migration.verify();

            assertThat(migration.cutover("owner@example.com").result().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("1 record(s) or value(s) wait for a person");

            Cutover certificate = migration.cutover("owner@example.com", true);

            assertThat(certificate.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(certificate.acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void writesNothingMore_onceTheDestinationIsTheSystemOfRecord() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);

            assertThatThrownBy(migration::run)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("system of record since 2026-01-05T10:00:00Z");
            assertThatThrownBy(migration::delta).isInstanceOf(StepOrderException.class);
            assertThatThrownBy(() -> migration.freeze("ops@example.com")).isInstanceOf(StepOrderException.class);
            assertThatThrownBy(() -> migration.cutover("ops@example.com")).isInstanceOf(StepOrderException.class);
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void canBeTakenBack_untilSomebodyAccepts() {
        try (Migration migration = bench.open()) {
            assertThatThrownBy(() -> migration.accept("owner@example.com"))
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("Next: cutover");
            Bench.cutOver(migration);

            assertThat(migration.rollback().proven()).isTrue();

            assertThat(migration.status().systemOfRecord()).isEqualTo("toy");
            assertThat(migration.status().freeze()).isEmpty();
            assertThat(migration.status().deltaWindow().ends()).isEmpty();
        }
    }

    @Test
    void takesNothingBack_onceItIsAccepted() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            migration.drift();
            bench.pass(Duration.ofDays(1));

            Acceptance acceptance = migration.accept("owner@example.com");

            assertThat(acceptance.at()).isEqualTo(Bench.START.plus(Duration.ofDays(1)));
            assertThat(acceptance.cutOverAt()).isEqualTo(Bench.START);
            assertThat(acceptance.driftChecks()).isEqualTo(1);
            assertThat(migration.status().phase()).isEqualTo("accepted");
            assertThatThrownBy(migration::rollback)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("accepted at 2026-01-06T10:00:00Z");
            assertThatThrownBy(() -> migration.rollback(Rollback.LAST_DELTA)).isInstanceOf(StepOrderException.class);
            assertThat(bench.names("person")).hasSize(9);
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
        }
    }
}
