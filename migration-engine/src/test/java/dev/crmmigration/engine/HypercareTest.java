package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.destination.LastChange;
import dev.crmmigration.api.destination.LastChange.By;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.RepairReport.Repaired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HypercareTest {

    @TempDir
    Path folder;

    private Bench bench;
    private final Map<RecordRef, LastChange> changes = new HashMap<>();

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
        bench.destination.lastChange(
                record -> Optional.of(changes.getOrDefault(record.ref(), new LastChange(Bench.START, By.UNKNOWN))));
    }

    private RecordRef edited(String name, String to) {
        CrmRecord record = bench.person(name);
        bench.change(record, "name", to);
        changes.put(record.ref(), new LastChange(Bench.START.plus(Duration.ofHours(1)), By.PERSON));
        return record.ref();
    }

    private static Repair named(String... records) {
        return Repair.of(List.of(records));
    }

    @Test
    void writesALostValueAgain_andNothingElse() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            CrmRecord lost = bench.person("Customer 2");
            bench.change(lost, "company", null);

            RepairReport report = migration.repair(named("# what Anna has reported", "", "customer:2"));

            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.first())
                    .containsExactly(new Repaired(
                            "CustomerToPerson/customer:2",
                            lost.ref().toString(),
                            "company",
                            "LOST",
                            "NOBODY",
                            "WRITTEN"));
            assertThat(bench.person("Customer 2").value("company")).isEqualTo(lost.value("company"));
            assertThat(migration.drift().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void leavesAnEdit_untilItIsToldToTakeIt() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            String ref = edited("Customer 2", "Edited 2").toString();

            RepairReport flagged = migration.repair(named(ref));

            assertThat(flagged.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(flagged.first())
                    .containsExactly(
                            new Repaired("CustomerToPerson/customer:2", ref, "name", "CHANGED", "PEOPLE", "FLAGGED"));
            assertThat(bench.names("person")).contains("Edited 2");

            RepairReport taken = migration.repair(named(ref).takingEdited());

            assertThat(taken.repairs()).containsExactly(Map.entry("WRITTEN", 1L));
            assertThat(bench.names("person")).contains("Customer 2").doesNotContain("Edited 2");
        }
    }

    @Test
    void keepsAnEdit_whenThePlanSaysSo_andCallsItNoDriftAnyMore() {
        bench.policies.put("ifEdited", "keep");
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            edited("Customer 2", "Edited 2");

            assertThat(migration.repair(named("customer:2")).repairs()).containsExactly(Map.entry("KEPT", 1L));
            assertThat(migration.repair(named("customer:2")).first())
                    .extracting(Repaired::problem)
                    .containsExactly("NONE");
        }
    }

    @Test
    void makesAMissingRecordAgain_onlyIfItIsToldTo() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            CrmRecord missing = bench.person("Customer 2");
            bench.account.remove(missing.ref());

            RepairReport asked = migration.repair(named(missing.ref().toString()));

            assertThat(asked.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(asked.first()).extracting(Repaired::problem).containsExactly("MISSING");
            assertThat(bench.names("person")).hasSize(8);

            RepairReport made = migration.repair(named(missing.ref().toString()).recreating());

            assertThat(made.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(made.repairs()).containsExactly(Map.entry("RECREATED", 1L));
            assertThat(bench.person("Customer 2").value("company")).isEqualTo(missing.value("company"));
            assertThat(bench.person("Customer 2").ref()).isNotEqualTo(missing.ref());
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
        }
    }

    @Test
    void makesAParentBeforeTheRecordsThatReferToIt_whenBothAreMissing() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            CrmRecord person = bench.person("Customer 2");
            RecordRef company = (RecordRef) person.value("company").orElseThrow();
            bench.account.remove(person.ref());
            bench.account.remove(company);

            RepairReport made = migration.repair(
                    named(person.ref().toString(), company.toString()).recreating());

            assertThat(made.repairs()).containsExactly(Map.entry("RECREATED", 2L));
            RecordRef again =
                    (RecordRef) bench.person("Customer 2").value("company").orElseThrow();
            assertThat(again).isNotEqualTo(company);
            assertThat(bench.account.records("company"))
                    .extracting(CrmRecord::ref)
                    .contains(again);
        }
    }

    @Test
    void triesAgainWhatWasHeldAndAcknowledged() {
        bench.source.add(Bench.customer(30).put("owner", "stranger@example.com").build());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            migration.delta();
            migration.verify();
            migration.cutover("owner@example.com", true);

            RepairReport early = migration.repair(named("customer:30"));

            assertThat(early.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(early.first())
                    .extracting(Repaired::problem, Repaired::cause, Repaired::repair)
                    .containsExactly(tuple("HELD", "OWNER owner", "HELD"));
            assertThat(bench.names("person")).doesNotContain("Customer 30");

            bench.account.user("stranger@example.com");
            bench.pass(Duration.ofHours(1));

            assertThat(migration.repair(named("customer:30")).repairs()).containsExactly(Map.entry("WRITTEN", 1L));
            assertThat(bench.names("person")).contains("Customer 30");
        }
    }

    @Test
    void namesEveryLineThatNamesNothing_andRepairsNothing() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            bench.change(bench.person("Customer 2"), "company", null);

            assertThatThrownBy(() -> migration.repair(named("customer:2", "Anna Berg", "customer:4711")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("records:2: is no record. Write type:id")
                    .hasMessageContaining("records:3: names no record of this migration")
                    .hasMessageNotContaining("Anna");
            assertThatThrownBy(() -> migration.repair(named("# nothing")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("names no record");
            assertThat(bench.person("Customer 2").value("company")).isEmpty();
        }
    }

    @Test
    void keepsEveryProblemWithItsCauseAndItsRepair() throws IOException {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            bench.change(bench.person("Customer 2"), "company", null);
            migration.drift();
            migration.repair(named("customer:2"));
            migration.repair(named("customer:3"));

            assertThat(Files.readAllLines(bench.workspace.resolve("reports/hypercare.jsonl")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("\"kind\":\"repair\"")
                            && line.contains("\"problem\":\"LOST\"")
                            && line.contains("\"cause\":\"NOBODY\"")
                            && line.contains("\"repair\":\"WRITTEN\""));
            assertThat(migration.accept("owner@example.com").repairs()).isEqualTo(2);
        }
    }

    @Test
    void endsWithHypercare_orWithTheAcceptance() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            bench.pass(Duration.ofDays(3));
            assertThatThrownBy(() -> migration.repair(named("customer:2")))
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("hypercare ended at 2026-01-08T10:00:00Z");
            assertThat(migration.drift().result()).isEqualTo(StepResult.COMPLETE);
        }
        try (Migration migration = bench.builder().hypercare(Duration.ofDays(5)).build()) {
            assertThat(migration.repair(named("customer:2")).result()).isEqualTo(StepResult.COMPLETE);
            migration.accept("owner@example.com");
            assertThatThrownBy(() -> migration.repair(named("customer:2"))).isInstanceOf(StepOrderException.class);
            assertThat(migration.drift().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> Repair.ofFile(folder.resolve("nothing.txt")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing.txt does not exist");
    }
}
