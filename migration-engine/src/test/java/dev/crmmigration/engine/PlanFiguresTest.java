package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan tells before anything is written. */
class PlanFiguresTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private Plan plan() {
        try (Migration migration = bench.open()) {
            return Bench.plan(migration);
        }
    }

    @Test
    void countsLossesBeforeTheRun_whenThePlatformWillNotHoldAValueAsItIs() {
        bench.source.add(Bench.customer(10).put("company", "Company 1").build());
        bench.destination.canonical(
                (field, value) -> field.key().equals("name") && value instanceof String text && text.length() > 10
                        ? Stored.losing(text.substring(0, 10), "truncated-10")
                        : Stored.as(value));

        assertThat(plan().losses()).containsExactly(new Plan.LossCount("CustomerToPerson", "name", "truncated-10", 1));
    }

    @Test
    void countsReferencesThatAreLeftOut() {
        bench.source.add(Bench.customer(10).put("boss", "77").build());
        bench.destination.field("person", AdjustableDestination.reference("boss", "person"));
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .setOrOmit("boss", "link(Customers, boss)")
                        .build()));

        assertThat(plan().losses())
                .containsExactly(new Plan.LossCount("Customers", "boss", "left out: what it refers to is missing", 1));
    }

    @Test
    void listsFieldsThatNoMappingReads_withHowManyRecordsFillThem() {
        bench.source.add(
                Bench.customer(10).put("shoeSize", "44").build(),
                Bench.customer(11).put("shoeSize", "45").put("hat", "L").build());

        assertThat(plan().unmapped())
                .containsExactly(
                        new Plan.UnmappedField("customer", "hat", 1),
                        new Plan.UnmappedField("customer", "shoeSize", 2));
    }

    @Test
    void forecastsCostsAndTimeFromThePrices() {
        bench.destination.pricing(new Pricing() {
            @Override
            public List<Allowance> allowances() {
                return List.of(
                        Allowance.rolling("burst", 10, Duration.ofSeconds(2)), Allowance.daily("daily", 1_000_000));
            }

            @Override
            public List<Cost> write(ObjectType type, Action action, int records) {
                return List.of(new Cost("burst", 1), new Cost("daily", action == Action.DELETE ? 6 : 10));
            }

            @Override
            public List<Cost> read(ScanRequest request, long records) {
                return List.of(new Cost("daily", 20 + records));
            }

            @Override
            public List<Cost> chore(Chore chore) {
                return List.of(new Cost(
                        "daily",
                        switch (chore) {
                            case CATALOG -> 100;
                            case PREFLIGHT -> 3;
                            case SCHEMA_KEYS -> 50;
                        }));
            }
        });

        Plan plan = plan();

        assertThat(plan.costs())
                .containsExactly(
                        new Plan.Cost("burst", 0, 16, 0, 16),
                        new Plan.Cost(
                                "daily",
                                40 + 100 + 3 + 50,
                                160 + 100,
                                20 + 7 + 20 + 9 + 100,
                                96 + 20 + 7 + 20 + 9 + 2 * 40 + 100 + 50));
        assertThat(plan.shortestRun()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void showsRowsSchemaLossesAndWhatCannotMove() {
        bench.source.inventory(new SourceInventory(List.of("Welcome sequence"), List.of("no recordings")));
        ToySchema schema = new ToySchema();
        SchemaElement hat = SchemaElement.field(ObjectType.of("person"), "Hat", FieldType.TEXT);
        SchemaElement shoe = SchemaElement.field(ObjectType.of("person"), "Shoe", FieldType.TEXT);
        schema.put(shoe);
        bench.destination.schema(schema);
        bench.mappings(new AdjustableMapping("Customers")
                .loss(new Loss("photo", "has no place", "left out"))
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("Hat", "email")
                        .set("Shoe", "email")
                        .needs(hat)
                        .needs(shoe)
                        .build()));

        Plan plan = plan();

        assertThat(plan.questions()).isEmpty();
        assertThat(plan.headline()).isEqualTo("1 of 1 objects map 1:1");
        assertThat(plan.mappings())
                .containsExactly(new Plan.MappingView(
                        "Customers", 1, "Customers", "ONE_TO_ONE", 9, 0, List.of("photo: has no place -> left out")));
        assertThat(plan.schema())
                .containsExactly(
                        new Plan.SchemaView("person", "FIELD", "Hat", Map.of("type", "TEXT"), false),
                        new Plan.SchemaView("person", "FIELD", "Shoe", Map.of("type", "TEXT"), true));
        assertThat(plan.automations()).containsExactly("Welcome sequence");
        assertThat(plan.gaps()).containsExactly("no recordings");
    }

    @Test
    void foretellsWhatWillWait_withWhatHangsOnIt() {
        bench.source.add(Bench.customer(10).put("boss", "77").build());
        bench.source.add(Bench.customer(11).put("boss", "10").build());
        bench.destination.field("person", AdjustableDestination.reference("boss", "person"));
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("boss", "link(Customers, boss)")
                        .build()));
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);
            RunReport run = Bench.readyAndRun(migration);

            assertThat(plan.holds())
                    .containsExactly(
                            new Plan.HoldCount("Customers", "REFERENCE boss", 1),
                            new Plan.HoldCount("Customers", "BLOCKED", 1));
            assertThat(run.held())
                    .containsExactlyInAnyOrder(
                            new RunReport.ReasonCount("Customers", "REFERENCE boss", 1),
                            new RunReport.ReasonCount("Customers", "BLOCKED", 1));
        }
    }

    @Test
    void touchesNothing_andSaysTheSameAgain_whenItIsMadeTwice() {
        try (Migration migration = bench.open()) {
            Plan first = Bench.plan(migration);
            String text = bench.planText();
            Plan second = migration.plan();

            assertThat(second).isEqualTo(first);
            assertThat(bench.planText()).isEqualTo(text);
            assertThat(bench.account.creates()).isZero();
        }
    }
}
