package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingPart.Contribution;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that refer to each other. */
class RunReferenceTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
        bench.destination.field("person", AdjustableDestination.reference("boss", "person"));
    }

    private static AdjustableMapping bosses() {
        return bosses(IfMissing.HOLD);
    }

    private static AdjustableMapping bosses(IfMissing ifMissing) {
        RecordsBuilder persons = Records.from("customer").to("person").set("name", "name");
        String boss = "link(Customers, boss)";
        return new AdjustableMapping("Customers")
                .part((switch (ifMissing) {
                            case HOLD -> persons.set("boss", boss);
                            case LATER -> persons.setOrLater("boss", boss);
                            case OMIT -> persons.setOrOmit("boss", boss);
                        })
                        .build());
    }

    private Optional<String> bossOf(String name) {
        Map<String, String> names = new HashMap<>();
        bench.account
                .records("person")
                .forEach(person -> names.put(
                        person.ref().toString(), (String) person.value("name").orElseThrow()));
        return bench.account.records("person").stream()
                .filter(person -> person.value("name").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow()
                .value("boss")
                .map(boss -> names.get(boss.toString()));
    }

    @Test
    void writesParentsFirst_howeverDeepTheyAre() {
        for (int i = 1; i <= 20; i++) {
            CrmRecord.Builder customer = Bench.customer(i);
            bench.source.add((i < 20 ? customer.put("boss", String.valueOf(i + 1)) : customer).build());
        }
        bench.mappings(bosses());
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);
            Reconciliation proof = migration.verify();

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bossOf("Customer 1")).contains("Customer 2");
            assertThat(bossOf("Customer 19")).contains("Customer 20");
            assertThat(proof.closed()).isTrue();
        }
    }

    @Test
    void leavesAReferenceOut_andCountsThat_whenItLeadsNowhere() {
        bench.source.add(
                Bench.customer(1).put("boss", "77").build(),
                Bench.customer(2).put("boss", "1").build());
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .setOrOmit("boss", "link(Customers, boss)")
                        .build()));
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);
            Plan plan = migration.plan();
            Reconciliation proof = migration.verify();

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bossOf("Customer 1")).isEmpty();
            assertThat(bossOf("Customer 2")).contains("Customer 1");
            assertThat(plan.losses())
                    .containsExactly(
                            new Plan.LossCount("Customers", "boss", "left out: what it refers to is missing", 1));
            assertThat(proof.closed()).isTrue();
        }
    }

    @Test
    void holdsARecordWithTheReason_andWhatHangsOnIt_whenItsReferenceLeadsNowhere() {
        bench.source.add(
                Bench.customer(1).put("boss", "77").build(),
                Bench.customer(2).put("boss", "1").build(),
                Bench.customer(3).put("boss", "2").build(),
                Bench.customer(4).build());
        bench.mappings(bosses());
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result())
                    .isEqualTo(StepResult.of(
                            Completion.WAITS, List.of("3 record(s) wait and 0 were refused; see the report")));
            assertThat(run.first())
                    .containsExactly(
                            new RunReport.Ended("Customers/customer:1", "HELD", "REFERENCE boss"),
                            new RunReport.Ended("Customers/customer:2", "HELD", "BLOCKED"),
                            new RunReport.Ended("Customers/customer:3", "HELD", "BLOCKED"));
            assertThat(run.mappings())
                    .allSatisfy(mapping -> assertThat(mapping.closes()).isTrue());
            assertThat(bench.names("person")).containsExactly("Customer 4");
        }
    }

    @Test
    void releasesWhatHangsOnARecord_whenTheReasonIsGone() {
        bench.source.add(
                Bench.customer(1).put("owner", "new@example.com").build(),
                Bench.customer(2).put("boss", "1").build());
        bench.mappings(bosses().part(Resolution.owner("customer", "owner", "owner")));
        try (Migration migration = bench.open()) {
            RunReport first = Bench.readyAndRun(migration);
            bench.account.user("new@example.com");
            RunReport second = migration.run();

            assertThat(first.held())
                    .containsExactlyInAnyOrder(
                            new RunReport.ReasonCount("Customers", "OWNER owner", 1),
                            new RunReport.ReasonCount("Customers", "BLOCKED", 1));
            assertThat(second.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(second.held()).isEmpty();
            assertThat(bossOf("Customer 2")).contains("Customer 1");
        }
    }

    @Test
    void refusesAPlanInWhichRecordsWaitForEachOther() {
        bench.source.add(
                Bench.customer(1).put("boss", "2").build(),
                Bench.customer(2).put("boss", "3").build(),
                Bench.customer(3).put("boss", "1").build(),
                Bench.customer(4).build());
        bench.mappings(bosses());
        try (Migration migration = bench.open()) {
            migration.extract();

            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("the plan makes 3 records wait for each other in a circle. Let one of the references be"
                            + " set later (LATER) or left out (OMIT)");
        }
    }

    @Test
    void cutsACircleAtItsFirstRecord_andSetsTheReferenceByASecondWrite() {
        bench.source.add(
                Bench.customer(1).put("boss", "2").build(),
                Bench.customer(2).put("boss", "3").build(),
                Bench.customer(3).put("boss", "1").build(),
                Bench.customer(4).put("boss", "3").build(),
                Bench.customer(5).put("boss", "6").build(),
                Bench.customer(6).put("boss", "5").build());
        bench.mappings(bosses(IfMissing.LATER));
        AtomicInteger updates = new AtomicInteger();
        bench.account.before(write -> {
            if (write instanceof Write.Update) {
                updates.incrementAndGet();
            }
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            RunReport report = Bench.readyAndRun(migration);

            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(report.mappings().get(0).created()).isEqualTo(6);
            assertThat(updates).hasValue(2);
            assertThat(bossOf("Customer 1")).contains("Customer 2");
            assertThat(bossOf("Customer 2")).contains("Customer 3");
            assertThat(bossOf("Customer 3")).contains("Customer 1");
            assertThat(bossOf("Customer 4")).contains("Customer 3");
            assertThat(bossOf("Customer 5")).contains("Customer 6");
            assertThat(bossOf("Customer 6")).contains("Customer 5");
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
        }
    }

    @Test
    void cutsACircleWithoutASecondWrite_whenTheReferenceMayBeLeftOut() {
        bench.source.add(
                Bench.customer(1).put("boss", "2").build(),
                Bench.customer(2).put("boss", "1").build());
        bench.mappings(bosses(IfMissing.OMIT));
        try (Migration migration = bench.open()) {
            RunReport report = Bench.readyAndRun(migration);

            assertThat(report.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bossOf("Customer 1")).isEmpty();
            assertThat(bossOf("Customer 2")).contains("Customer 1");
        }
    }

    @Test
    void leavesAReferenceToItselfOut_orHoldsTheRecord_asThePlanForetells() {
        bench.source.add(
                Bench.customer(1).put("boss", "1").build(),
                Bench.customer(2).put("boss", "1").put("friend", "2").build());
        bench.destination.field("person", AdjustableDestination.reference("friend", "person"));
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .setOrOmit("boss", "link(Customers, boss)")
                        .set("friend", "link(Customers, friend)")
                        .build()));
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);
            RunReport run = Bench.readyAndRun(migration);

            assertThat(plan.losses())
                    .containsExactly(
                            new Plan.LossCount("Customers", "boss", "left out: what it refers to is missing", 1));
            assertThat(plan.holds()).containsExactly(new Plan.HoldCount("Customers", "REFERENCE friend", 1));
            assertThat(run.held()).containsExactly(new RunReport.ReasonCount("Customers", "REFERENCE friend", 1));
            assertThat(bench.names("person")).containsExactly("Customer 1");
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void foldsRecordsIntoTheOnesThatCarryThem_andCountsThem() {
        bench.customers(2);
        bench.source.add(
                CrmRecord.builder("note", "n1")
                        .put("of", "1")
                        .put("text", "Hello")
                        .build(),
                CrmRecord.builder("note", "n2")
                        .put("of", "1")
                        .put("text", "Again")
                        .build());
        bench.mappings(
                bosses(),
                new AdjustableMapping("Notes").part(Contribution.fold("Customers", "note", "true", "of", List.of())));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            assertThat(migration.verify().objects())
                    .containsExactly(
                            new Reconciliation.ObjectCounts("customer", 2, Map.of("EFFECTED", 2L), true),
                            new Reconciliation.ObjectCounts("note", 2, Map.of("FOLDED", 2L), true));
        }
    }

    @Test
    void asksAboutRecordsThatFoldIntoNothing() {
        bench.customers(1);
        bench.source.add(CrmRecord.builder("note", "n1").put("of", "77").build());
        bench.mappings(
                bosses(),
                new AdjustableMapping("Notes").part(Contribution.fold("Customers", "note", "true", "of", List.of())));
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .extracting(Plan.Question::question)
                    .containsExactly("1 records of note are taken by no part of any mapping. Add an exclusion with the"
                            + " reason, or widen a part");
        }
    }
}
