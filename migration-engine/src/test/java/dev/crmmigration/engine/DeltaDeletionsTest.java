package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of records that the source has no more. */
class DeltaDeletionsTest extends DeltaScene {

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
}
