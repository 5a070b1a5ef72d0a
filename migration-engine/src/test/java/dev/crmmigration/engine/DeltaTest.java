package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.engine.RunReport.Edit;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    /** Gives the customers of the next generation, the second one renamed. */
    private void nextGeneration(CrmRecord... more) {
        bench.source.clear();
        bench.customers(9);
        bench.source.add(more);
    }

    private static CrmRecord renamed(int number, String name) {
        return CrmRecord.builder("customer", String.valueOf(number))
                .put("name", name)
                .put("email", "c" + number + "@example.com")
                .put("company", "Company " + number % 7)
                .build();
    }

    private CrmRecord person(String name) {
        return bench.account.records("person").stream()
                .filter(record -> record.value("name").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
    }

    private void edit(CrmRecord record, String field, String value) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        fields.put(field, FieldValue.of(value));
        bench.account.put(new CrmRecord(record.ref(), fields));
    }

    private static MappingCounts counts(RunReport report) {
        assertThat(report.mappings()).hasSize(1);
        return report.mappings().get(0);
    }

    private static void assertVerified(Migration migration) {
        Reconciliation proof = migration.verify();
        assertThat(proof.differences()).isEmpty();
        assertThat(proof.closed()).as("%s", proof.result()).isTrue();
        assertThat(proof.roots()).hasSize(2).allMatch(Reconciliation.Root::agrees);
    }

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
    void flagsWhatTheSourceHasNoMore_andLeavesItWhereItIs() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);

            RunReport delta = migration.delta();

            assertThat(delta.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(delta.gone()).containsExactly(person("Customer 9").ref().toString());
            assertThat(counts(delta).held()).isEqualTo(1);
            assertThat(counts(delta).closes()).isTrue();
            assertThat(delta.held()).extracting(RunReport.ReasonCount::reason).containsExactly("SOURCE_DELETED");
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void takesAwayWhatTheSourceHasNoMore_childrenFirst_whenThePolicySaysSo() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(6);
            AtomicInteger order = new AtomicInteger();
            Map<String, Integer> deleted = new LinkedHashMap<>();
            bench.account.before(write -> {
                if (write instanceof Write.Delete delete) {
                    deleted.merge(delete.type().name(), order.incrementAndGet(), Math::max);
                }
                return Optional.empty();
            });

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(counts(delta).deleted()).isEqualTo(4);
            assertThat(counts(delta).closes()).isTrue();
            assertThat(bench.names("person")).hasSize(6);
            assertThat(bench.names("company")).hasSize(6);
            assertThat(deleted.get("company")).isGreaterThan(deleted.get("person"));
            assertVerified(migration);
        }
    }

    @Test
    void asksBeforeItTakesAwayMany() {
        bench.policies.put("sourceDeleted", "delete");
        bench.customers(30);
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(15);

            RunReport delta = migration.delta();

            assertThat(delta.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(bench.names("person")).hasSize(30);

            bench.edit(plan -> Bench.choice(plan, "manyDeleted").put("answer", "delete"));
            migration.plan();
            migration.approve("ops@example.com");
            migration.prepare();

            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(15);
        }
    }

    @Test
    void keepsARecordThatPeopleHaveEdited_whenTheSourceHasItNoMore() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 9"), "name", "Edited 9");
            bench.source.clear();
            bench.customers(8);

            RunReport delta = migration.delta();

            assertThat(delta.gone()).containsExactly(person("Edited 9").ref().toString());
            assertThat(counts(delta).deleted()).isZero();
        }
    }

    @Test
    void keepsARecordThatOthersStillReferTo_whenTheSourceHasItNoMore() {
        bench.policies.put("sourceDeleted", "delete");
        bench.destination.object(
                "deal",
                ObjectTraits.written(4),
                AdjustableDestination.text("title"),
                AdjustableDestination.reference("person", "person"));
        bench.mappings.add(new AdjustableMapping("Sales")
                .part(Records.from("sale")
                        .to("deal")
                        .set("title", "title")
                        .set("person", "link(CustomerToPerson, customer)")
                        .build()));
        CrmRecord sale = CrmRecord.builder("sale", "1")
                .put("title", "Sale 1")
                .put("customer", "9")
                .build();
        bench.source.add(sale);
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);
            bench.source.add(sale);

            RunReport delta = migration.delta();

            assertThat(delta.gone()).containsExactly(person("Customer 9").ref().toString());
            assertThat(bench.account.records("deal").get(0).value("person"))
                    .contains(person("Customer 9").ref());
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void infersNoDeletions_whenTheGenerationIsNotWhole() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.source.add(renamed(2, "Renamed 2")).coverage(Coverage.PARTIAL);

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(counts(delta).updated()).isEqualTo(1);
            assertThat(counts(delta).unchanged()).isEqualTo(15);
            assertThat(bench.names("person")).hasSize(9);
            assertVerified(migration);
        }
    }

    @Test
    void infersNoDeletions_whenARowIsPutAside_forItMayBeTheOneThatIsMissing() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);
            bench.source.add(new SourceEntry.Quarantined(
                    ObjectType.of("customer"), new Origin("customer", 9), "email", "E1: not an address"));

            RunReport delta = migration.delta();

            assertThat(counts(delta).deleted()).isZero();
            assertThat(bench.names("person")).hasSize(9);
            assertVerified(migration);
        }
    }

    @Test
    void takesAwayWhatATombstoneNames_alsoFromChangesOnly() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.source
                    .add(renamed(2, "Renamed 2"))
                    .add(new SourceEntry.Deleted(RecordRef.of("customer", "9"), new Origin("customer", 2)))
                    .coverage(Coverage.CHANGES);

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(8).contains("Renamed 2").doesNotContain("Customer 9");
            assertVerified(migration);
        }
    }

    /** No row and no tombstone says it: only the list of those that are there. */
    @Test
    void takesAwayWhatIsNotPresent_thoughOnlyChangesAreGiven() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.source
                    .add(renamed(2, "Renamed 2"))
                    .present("1", "2", "3", "4", "5", "6", "7", "9", "77")
                    .coverage(Coverage.CHANGES);

            RunReport delta = migration.delta();

            assertThat(counts(delta).deleted()).isEqualTo(1);
            assertThat(counts(delta).updated()).isEqualTo(1);
            assertThat(bench.names("person")).hasSize(8).contains("Renamed 2").doesNotContain("Customer 8");
            assertThat(migration.plan().gaps())
                    .containsExactly(
                            "1 record(s) of customer are there that were neither known before nor told as a change."
                                    + " Read everything again");
            assertVerified(migration);
        }
    }

    @Test
    void writesARecordAgain_whenTheSourceHasItBack() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);
            assertThat(counts(migration.delta()).deleted()).isEqualTo(1);
            nextGeneration();

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(counts(delta).created()).as(delta.toString()).isEqualTo(1);
            assertThat(bench.names("person")).hasSize(9);
            assertVerified(migration);
        }
    }

    @Test
    void holdsAChange_whenSomebodyHasTakenTheRecordAway() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.remove(person("Customer 2").ref());
            nextGeneration(renamed(2, "Renamed 2"));

            RunReport delta = migration.delta();

            assertThat(delta.held()).extracting(RunReport.ReasonCount::reason).containsExactly("GONE person");
            assertThat(bench.names("person")).hasSize(8);
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
    void takesTheLastDeltaBackAlone_andProvesIt() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            List<String> before = bench.names("person");
            nextGeneration(renamed(2, "Renamed 2"), renamed(20, "Customer 20"));
            migration.delta();

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.restored()).isEqualTo(1);
            assertThat(rollback.roots()).hasSize(2).allMatch(RollbackReport.Root::agrees);
            assertThat(rollback.deleted()).isEqualTo(1);
            assertThat(bench.names("person")).containsExactlyInAnyOrderElementsOf(before);
            assertVerified(migration);
            assertThat(counts(migration.report()).created()).isEqualTo(16);

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).contains("Renamed 2", "Customer 20");
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
        }
    }

    @Test
    void saysWhatADeltaHadTakenAway_whenThatDeltaIsTakenBack_andOwesItAgain() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);
            migration.delta();

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.proven()).isFalse();
            assertThat(rollback.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(rollback.result().reasons()).singleElement().asString().contains("call run");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(9);
            assertVerified(migration);
        }
    }

    @Test
    void keepsAChange_whenPeopleHaveEditedTheRecordSince() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(renamed(2, "Renamed 2"));
            migration.delta();
            edit(person("Renamed 2"), "name", "Edited 2");

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.kept())
                    .extracting(RollbackReport.Kept::reason)
                    .containsExactly("somebody has changed it");
            assertThat(bench.names("person")).contains("Edited 2");
        }
    }

    @Test
    void takesEditedRecordsBackAsWell_whenItIsTold() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 2"), "name", "Edited 2");

            RollbackReport rollback = migration.rollback(Rollback.EVERYTHING.takingEdited());

            assertThat(rollback.proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
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
