package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of pipelines in the plan: proposed by the rows, edited by a person. */
class PipelinePlanTest {

    private static final ObjectType DEAL = ObjectType.of("deal");
    private static final String STAGE = "stage_id";
    private static final String STATUS = "case(eq(kind, \"old\") => \"won\", else => \"open\")";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder);
        String[] kinds = {"new", "running", "running", "old"};
        for (int i = 0; i < kinds.length; i++) {
            bench.source.add(Bench.customer(i + 1).put("kind", kinds[i]).build());
        }
        FieldDescription stage = FieldDescription.builder(STAGE, FieldType.CHOICE)
                .label("Stage")
                .options(List.of(new Option("1", "Contact made", Optional.of("Sales"))))
                .build();
        FieldDescription status = FieldDescription.builder("status", FieldType.CHOICE)
                .label("Status")
                .options(List.of(Option.of("open", "open"), Option.of("won", "won")))
                .build();
        FieldDescription title =
                FieldDescription.builder("title", FieldType.TEXT).label("Title").build();
        bench.destination.object("deal", ObjectTraits.written(1), title, stage, status);
        bench.mappings(new AdjustableMapping("CustomerToDeal")
                .valueMap(
                        new ValueMap("kinds", List.of(), Map.of("new", "Begun", "running", "Going on", "old", "Done")))
                .part(Records.from("customer")
                        .to("deal")
                        .set("title", "name")
                        .set(
                                STAGE,
                                "case(eq(kind, \"old\") => \"Work / Done\", else => concat(\"Work / \", map(\"kinds\","
                                        + " kind)))")
                        .set("status", STATUS)
                        .needs(new SchemaElement(
                                DEAL,
                                SchemaKind.PIPELINE,
                                "Work",
                                Map.of(SchemaKind.DEAL_PROBABILITY, "true"),
                                List.of()))
                        .needs(SchemaElement.stage(DEAL, STAGE, "Work", "Begun"))
                        .needs(SchemaElement.stage(DEAL, STAGE, "Work", "Going on"))
                        .needs(SchemaElement.stage(DEAL, STAGE, "Work", "Done"))
                        .build()));
        bench.policies.put("unsureFields", "skip");
    }

    private static ObjectNode pipeline(ObjectNode plan) {
        return (ObjectNode) plan.get("pipelines").get(0);
    }

    private static ObjectNode stage(ObjectNode plan, int number) {
        return (ObjectNode) pipeline(plan).get("stages").get(number);
    }

    @Test
    void proposesPipelinesWithTheirStages_andWhatLeadsToThem() {
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.pipelines())
                    .extracting(Plan.PipelineView::name, Plan.PipelineView::exists, Plan.PipelineView::probability)
                    .containsExactly(tuple("Work", false, true));
            assertThat(plan.pipelines().get(0).stages())
                    .containsExactly(
                            new Plan.StageView("Begun", false, Optional.empty(), List.of("new"), 1, Map.of("open", 1L)),
                            new Plan.StageView(
                                    "Going on", false, Optional.empty(), List.of("running"), 2, Map.of("open", 2L)),
                            new Plan.StageView("Done", false, Optional.empty(), List.of("old"), 1, Map.of("won", 1L)));
        }
    }

    @Test
    void makesAndFillsWhatAPersonNamed_inTheirOrder() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> {
                pipeline(plan).put("name", "Projects").put("probability", false);
                ArrayNode stages = (ArrayNode) pipeline(plan).get("stages");
                JsonNode done = stages.remove(2);
                stages.insert(0, done);
                stage(plan, 1).put("name", "In work").put("probability", 20);
                stage(plan, 2).put("name", "In work");
                stages.addObject().put("name", "Paid");
            });
            Plan plan = migration.plan();

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.pipelines().get(0).stages())
                    .extracting(Plan.StageView::name, Plan.StageView::values, Plan.StageView::records)
                    .containsExactly(
                            tuple("Done", List.of("old"), 1L),
                            tuple("In work", List.of("new", "running"), 3L),
                            tuple("Paid", List.of(), 0L));
            assertThat(plan.schema())
                    .extracting(Plan.SchemaView::kind, Plan.SchemaView::label, Plan.SchemaView::properties)
                    .containsExactly(
                            tuple("PIPELINE", "Projects", Map.of()),
                            tuple("STAGE", "Done", Map.of("field", STAGE, "pipeline", "Projects")),
                            tuple(
                                    "STAGE",
                                    "In work",
                                    Map.of("field", STAGE, "pipeline", "Projects", "probability", "20")),
                            tuple("STAGE", "Paid", Map.of("field", STAGE, "pipeline", "Projects")));
        }
    }

    @Test
    void putsRecordsIntoStagesOfTheCustomer_whenTheTableNamesThem() {
        bench.destination.schema(new ToySchema());
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> {
                pipeline(plan).put("name", "Sales");
                List.of(0, 1, 2).forEach(number -> stage(plan, number).put("name", "Contact made"));
            });

            assertThat(migration.plan().schema()).allMatch(Plan.SchemaView::exists);
            migration.approve("ops@example.com");
            migration.prepare();
            migration.run();

            assertThat(bench.account.records("deal"))
                    .hasSize(4)
                    .allMatch(deal -> deal.value(STAGE).equals(Optional.of("1")));
        }
    }

    @Test
    void takesUpAStageThatTheRowsNameSince_andKeepsTheEdits() {
        AdjustableMapping more = new AdjustableMapping("More");
        bench.mappings.add(more);
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> pipeline(plan).put("name", "Projects"));
            more.part(Records.from("customer")
                    .to("deal")
                    .part("more")
                    .where("false")
                    .set("title", "name")
                    .needs(SchemaElement.stage(DEAL, STAGE, "Work", "Paid"))
                    .build());

            assertThat(migration.plan().pipelines())
                    .singleElement()
                    .satisfies(pipeline -> assertThat(pipeline.name()).isEqualTo("Projects"))
                    .satisfies(pipeline -> assertThat(pipeline.stages())
                            .extracting(Plan.StageView::name)
                            .containsExactly("Begun", "Going on", "Done", "Paid"));
        }
    }

    @Test
    void keepsTheProbabilityOfAPipeline_whenThePlanIsReadFromItsFile() {
        try (Migration migration = bench.open()) {
            String before = Bench.plan(migration).fingerprint();
            bench.edit(plan -> plan.remove("pipelines"));
            Plan again = migration.plan();

            assertThat(again.pipelines().get(0).probability()).isTrue();
            assertThat(again.fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void namesEveryPlaceThatIsWrong() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> {
                stage(plan, 0).put("name", " ");
                ((ArrayNode) plan.get("pipelines"))
                        .addObject()
                        .put("name", "Empty")
                        .putArray("stages");
                ArrayNode stages = ((ArrayNode) plan.get("pipelines"))
                        .addObject()
                        .put("name", "Third")
                        .putArray("stages");
                stages.addObject().put("name", "Sure").put("probability", 101);
            });

            assertThatThrownBy(migration::plan)
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            failure -> assertThat(failure.problems())
                                    .containsExactly(
                                            "pipelines[0].stages[0].name must not be empty",
                                            "pipelines[1].stages must have one stage at least",
                                            "pipelines[2].stages[0].probability must be a percentage from 0 to 100"));
        }
    }

    @Test
    void refusesTwoMindsAboutOnePipeline() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> {
                ObjectNode twice = pipeline(plan).deepCopy();
                ((ArrayNode) plan.get("pipelines")).add(twice.put("probability", false));
            });

            assertThatThrownBy(migration::plan)
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            failure -> assertThat(failure.problems())
                                    .containsExactly(
                                            "pipelines[1].pipeline is there twice: Work",
                                            "pipelines[1].probability must be the same wherever the name is Work"));
        }
    }
}
