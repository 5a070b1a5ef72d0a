package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.RunReport.Edit;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.toy.AdjustableDestination;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeltaTest extends DeltaScene {

    @Test
    void writesWhatIsNewAndWhatHasChanged_andNothingElse() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            int creates = bench.account.creates();
            nextGeneration(renamed(2, "Renamed 2"), renamed(20, "Customer 20"));

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            MappingCounts counts = counts(delta);
            assertThat(counts.created()).isEqualTo(1);
            assertThat(counts.updated()).isEqualTo(1);
            assertThat(counts.unchanged()).isEqualTo(15);
            assertThat(counts.closes()).isTrue();
            assertThat(bench.account.creates()).isEqualTo(creates + 1);
            assertThat(bench.names("person"))
                    .contains("Renamed 2", "Customer 20")
                    .doesNotContain("Customer 2");
            assertVerified(migration);
        }
    }

    @Test
    void findsNothingToDo_whenTheSourceIsTheSame() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            AtomicInteger writes = new AtomicInteger();
            bench.account.before(write -> {
                writes.incrementAndGet();
                return Optional.empty();
            });
            nextGeneration();

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(counts(delta).unchanged()).isEqualTo(16);
            assertThat(writes).hasValue(0);
        }
    }

    @Test
    void flagsAValueThatBothSidesHaveChanged_andWritesItWhenAPersonHasDecided() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 2"), "name", "Edited 2");
            nextGeneration(renamed(2, "Renamed 2"));

            RunReport delta = migration.delta();

            assertThat(delta.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(delta.edits())
                    .containsExactly(new Edit(
                            "CustomerToPerson/customer:2",
                            person("Edited 2").ref().toString(),
                            "name",
                            "FLAG"));
            assertThat(bench.names("person")).contains("Edited 2");
            assertVerified(migration);

            bench.edit(plan -> Bench.choice(plan, "ifEdited").put("answer", "take"));
            migration.plan();
            migration.approve("ops@example.com");
            migration.prepare();
            RunReport decided = migration.run();

            assertThat(decided.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).contains("Renamed 2").doesNotContain("Edited 2");
            assertVerified(migration);
        }
    }

    @Test
    void keepsAnEdit_andDoesNotAskAgain_whenThePolicySaysSo() {
        bench.policies.put("ifEdited", "keep");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 2"), "name", "Edited 2");
            nextGeneration(renamed(2, "Renamed 2"));

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).contains("Edited 2");
            assertVerified(migration);

            nextGeneration(renamed(2, "Renamed 2"));
            RunReport again = migration.delta();

            assertThat(again.edits()).isEmpty();
            assertThat(counts(again).unchanged()).isEqualTo(16);
            assertVerified(migration);
        }
    }

    @Test
    void decidesFieldByField_whenTheMappingSaysOtherwiseThanThePolicy() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan ->
                    Bench.field(Bench.part(plan, "CustomerToPerson", 1), 0).put("ifEdited", "TAKE"));
            migration.plan();
            migration.approve("ops@example.com");
            migration.prepare();
            migration.run();
            edit(person("Customer 2"), "name", "Edited 2");
            nextGeneration(renamed(2, "Renamed 2"));

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(delta.edits()).extracting(Edit::decision).containsExactly("TAKE");
            assertThat(bench.names("person")).contains("Renamed 2");
        }
    }

    @Test
    void leavesOtherEditsAlone_whenItChangesARecord() {
        bench.destination.field("person", AdjustableDestination.text("note"));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 2"), "note", "called on Monday");
            nextGeneration(renamed(2, "Renamed 2"));

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);

            assertThat(person("Renamed 2").value("note")).contains("called on Monday");
            assertThat(migration.rollback().kept())
                    .extracting(RollbackReport.Kept::reason)
                    .contains("somebody has changed it");
        }
    }

    @Test
    void clearsAValueThatTheSourceHasNoMore() {
        bench.destination.field("person", AdjustableDestination.text("phone"));
        bench.source.add(CrmRecord.builder("customer", "10")
                .put("name", "Customer 10")
                .put("email", "c10@example.com")
                .put("phone", "1")
                .build());
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(
                    plan -> ((ArrayNode) Bench.part(plan, "CustomerToPerson", 1).get("fields"))
                            .addObject()
                            .put("target", "phone")
                            .put("value", "phone")
                            .put("ifMissing", "HOLD"));
            migration.plan();
            migration.approve("ops@example.com");
            migration.prepare();
            migration.run();
            assertThat(person("Customer 10").value("phone")).contains("1");
            nextGeneration(CrmRecord.builder("customer", "10")
                    .put("name", "Customer 10")
                    .put("email", "c10@example.com")
                    .build());

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);

            assertThat(person("Customer 10").value("phone")).isEmpty();
            assertVerified(migration);
        }
    }

    @Test
    void movesARecordToANewParent_whenThatIsThere() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(CrmRecord.builder("customer", "2")
                    .put("name", "Customer 2")
                    .put("email", "c2@example.com")
                    .put("company", "Brand New")
                    .build());

            RunReport delta = migration.delta();

            assertThat(counts(delta).created()).isEqualTo(1);
            assertThat(counts(delta).updated()).isEqualTo(1);
            RecordRef company = bench.account.records("company").stream()
                    .filter(record -> record.value("name").equals(Optional.of("Brand New")))
                    .findFirst()
                    .orElseThrow()
                    .ref();
            assertThat(person("Customer 2").value("company")).contains(company);
        }
    }

    @Test
    void goesOnWhereItStood_whenAnAnswerIsLostAndTheProcessEnds() {
        nextGeneration();
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(renamed(2, "Renamed 2"), renamed(3, "Renamed 3"), renamed(20, "Customer 20"));
            AtomicInteger writes = new AtomicInteger();
            bench.account.after(write -> {
                if (writes.incrementAndGet() == 1) {
                    migration.stop();
                    return Bench.doubt(write);
                }
                return Optional.empty();
            });
            assertThat(migration.delta().result().completion()).isEqualTo(Completion.STOPPED);
        }
        bench.account.after(write -> Optional.empty());
        int creates = bench.account.creates();
        try (Migration migration = bench.open()) {
            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(counts(delta).updated()).isEqualTo(2);
            assertThat(counts(delta).created()).isEqualTo(1);
            assertThat(bench.account.creates()).isLessThanOrEqualTo(creates + 1);
            assertThat(bench.names("person")).hasSize(10).contains("Renamed 2", "Renamed 3", "Customer 20");
            assertVerified(migration);
        }
    }

    @Test
    void leavesWhatPeopleEditedWhileItWasStopped() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(renamed(2, "Renamed 2"), renamed(3, "Renamed 3"));
            bench.account.before(write -> {
                migration.stop();
                return Optional.of(new WriteOutcome.Postponed(write.effect(), Bench.START, WriteOutcome.Reason.BURST));
            });
            assertThat(migration.delta().result().completion()).isEqualTo(Completion.STOPPED);
        }
        bench.account.before(write -> Optional.empty());
        edit(person("Customer 2"), "name", "Edited 2");
        try (Migration migration = bench.open()) {
            RunReport delta = migration.delta();

            assertThat(delta.edits()).extracting(Edit::decision).containsExactly("FLAG");
            assertThat(bench.names("person")).contains("Edited 2", "Renamed 3");
        }
    }

    @Test
    void waitsForAPerson_whenTheNewDataAskSomethingOfThePlan() {
        bench.policies.put("sourceDeleted", "keep");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(CrmRecord.builder("customer", "30")
                    .put("name", "Customer 30")
                    .put("email", "c30@example.com")
                    .put("owner", "stranger@example.com")
                    .build());

            RunReport delta = migration.delta();

            assertThat(delta.held()).extracting(RunReport.ReasonCount::reason).containsExactly("OWNER owner");
            bench.account.user("stranger@example.com");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).contains("Customer 30");
            assertVerified(migration);
        }
    }

    @Test
    void refusesADeltaBeforeTheRun_andAnExtractAfterIt() {
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            assertThatThrownBy(migration::delta)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("Next: run");
            migration.run();
            assertThatThrownBy(migration::extract).isInstanceOf(StepOrderException.class);
            assertThatThrownBy(() -> migration.rollback(Rollback.LAST_DELTA))
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("no delta can be taken back");
        }
    }
}
