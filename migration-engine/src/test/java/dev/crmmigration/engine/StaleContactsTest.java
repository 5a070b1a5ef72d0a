package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that one would not pay for. */
class StaleContactsTest {

    private static final Pricing A_CALL_EACH = new Pricing() {
        @Override
        public List<Allowance> allowances() {
            return List.of(Allowance.daily("daily", 1_000));
        }

        @Override
        public List<Cost> write(ObjectType type, Action action, int records) {
            return List.of(new Cost("daily", records));
        }

        @Override
        public List<Cost> read(ScanRequest request, long records) {
            return List.of();
        }
    };

    @TempDir
    Path folder;

    private Bench bench;

    /** Six customers; the last three want no mail any more, and one of these has bought something. */
    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
        for (int i = 4; i <= 6; i++) {
            bench.source.add(Bench.customer(i)
                    .put("company", "Company 1")
                    .put("unsubscribed", "yes")
                    .build());
        }
        bench.source.add(CrmRecord.builder("sale", "1").put("customer_id", "6").build());
        bench.destination
                .pricing(A_CALL_EACH)
                .object(
                        "deal",
                        ObjectTraits.written(1),
                        AdjustableDestination.text("title"),
                        AdjustableDestination.reference("person", "person"));
        bench.mappings.add(new AdjustableMapping("Sales")
                .part(Records.from("sale")
                        .to("deal")
                        .set("title", "$id")
                        .set("person", "link(CustomerToPerson, customer_id)")
                        .build()));
    }

    private Plan plan() {
        try (Migration migration = bench.open()) {
            return Bench.plan(migration);
        }
    }

    private static long run(List<Plan.Cost> costs) {
        return costs.get(0).run();
    }

    @Test
    void goLikeAllOthers_andAreCountedWithWhatWouldBeSaved_unlessThePlanSaysOtherwise() {
        Plan plan = plan();

        Plan.StaleContacts stale = plan.stale().orElseThrow();
        assertThat(stale.answer()).isEqualTo("keep");
        assertThat(stale.contacts()).isEqualTo(2);
        assertThat(run(stale.kept())).isEqualTo(run(plan.costs()));
        assertThat(run(stale.kept()) - run(stale.leftOut())).isEqualTo(2);
        assertThat(plan.excluded()).isEmpty();
    }

    @Test
    void stayBehindWithTheReason_whenThePlanLeavesThemOut() {
        bench.policies.put("staleContacts", "leaveOut");
        Plan plan = plan();

        assertThat(plan.questions()).isEmpty();
        assertThat(plan.excluded()).singleElement().satisfies(left -> {
            assertThat(left.object()).isEqualTo("customer");
            assertThat(left.records()).isEqualTo(2);
            assertThat(left.reason()).contains("staleContacts");
        });
        Plan.StaleContacts stale = plan.stale().orElseThrow();
        assertThat(run(stale.leftOut())).isEqualTo(run(plan.costs()));
        assertThat(run(stale.kept()) - run(stale.leftOut())).isEqualTo(2);
    }

    @Test
    void areWritten_whenAnotherRecordNamesThem() {
        bench.policies.put("staleContacts", "leaveOut");
        try (Migration migration = bench.open()) {
            assertThat(Bench.readyAndRun(migration).result()).isEqualTo(StepResult.COMPLETE);
        }

        assertThat(bench.account.records("person")).hasSize(4);
        assertThat(bench.account.records("deal")).hasSize(1);
    }

    @Test
    void stayAtTheDestination_whenTheyGoStaleAfterTheRun_andCome_whenTheyAreNamedLater() {
        bench.policies.put("staleContacts", "leaveOut");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
        }
        bench.source.add(
                CrmRecord.builder("sale", "2").put("customer_id", "5").build(),
                Bench.customer(3)
                        .put("company", "Company 3")
                        .put("unsubscribed", "yes")
                        .build());
        bench.clock.advanceTo(Bench.START.plusSeconds(86_400));
        try (Migration migration = bench.open()) {
            assertThat(migration.delta().result().completion()).isEqualTo(Completion.COMPLETE);
        }

        assertThat(bench.account.records("person")).hasSize(5);
        assertThat(bench.account.records("deal")).hasSize(2);
    }

    @Test
    void areNotSpokenOf_whenTheSourceSaysNothing() {
        bench = new Bench(folder.resolve("other")).customers(3);

        assertThat(plan().stale()).isEmpty();
    }
}
