package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Capacity;
import dev.crmmigration.api.catalog.Capacity.Counted;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the account's plan has no room. */
class CapacityTest {

    private static final ObjectType PERSON = ObjectType.of("person");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private void oneMoreField() {
        bench.mappings(new AdjustableMapping("CustomerToPerson")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .needs(SchemaElement.field(PERSON, "Tier", FieldType.TEXT))
                        .build()));
        bench.destination.schema(new ToySchema());
    }

    @Test
    void asks_whenTheSchemaDoesNotFit() {
        oneMoreField();
        bench.destination.capacity(Capacity.ofElements("custom fields", 30, 30, SchemaKind.FIELD));
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .containsExactly(new Plan.Question(
                            "plan",
                            "the account may hold 30 custom fields. It has 30, and the plan needs 1 more: leave out 1 of"
                                    + " them, or get the account a larger plan"));
        }
    }

    @Test
    void doesWithoutSourceKeys_whenOnlyTheyDoNotFit() {
        oneMoreField();
        bench.destination.traits("person", ObjectTraits.written(4).withKeyField("Source key"));
        bench.destination.capacity(Capacity.ofElements("custom fields", 30, 29, SchemaKind.FIELD));
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.schema()).extracting(Plan.SchemaView::label).containsExactly("Tier");
            assertThat(Bench.choice(bench.planJson(), "sourceKeyField")
                            .get("answer")
                            .asText())
                    .isEqualTo("off");
        }
    }

    @Test
    void asks_whenTheRecordsDoNotFitEvenIntoAnEmptyAccount() {
        bench.destination.capacity(Capacity.ofRecords("persons", 8, Counted.all(PERSON)));
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .extracting(Plan.Question::question)
                    .containsExactly(
                            "the account may hold 8 persons. It has 0, and the plan needs 9 more: leave out 1 of"
                                    + " them, or get the account a larger plan");
        }
    }

    @Test
    void waitsBeforeTheFirstWrite_whenTheRecordsDoNotFitBesideThoseThatAreThere() {
        bench.destination.capacity(
                Capacity.ofRecords("live persons", 10, Counted.where(PERSON, "state", "live", true)));
        bench.account.put(
                CrmRecord.builder("person", "p-1").put("state", "live").build());
        bench.account.put(
                CrmRecord.builder("person", "p-2").put("state", "dead").build());
        bench.account.put(
                CrmRecord.builder("person", "p-3").put("name", "Theirs").build());
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions()).isEmpty();
            migration.approve("ops@example.com");

            PrepareReport report = migration.prepare();

            assertThat(report.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(report.result().reasons())
                    .containsExactly("the account may hold 10 live persons. It has 2, and the plan needs 9 more: leave"
                            + " out 1 of them, or get the account a larger plan");
            assertThat(bench.account.creates()).isZero();
        }
    }
}
