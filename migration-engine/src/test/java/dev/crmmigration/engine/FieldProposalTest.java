package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.engine.MappingAdvisor.Advice;
import dev.crmmigration.engine.MappingAdvisor.AdvisorCase;
import dev.crmmigration.engine.MappingAdvisor.Verdict;
import dev.crmmigration.engine.Plan.FieldView;
import dev.crmmigration.engine.Plan.Question;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToyAccount;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of fields that no row reads. */
class FieldProposalTest {

    private static final Instant MET = Instant.parse("2025-04-01T09:30:00Z");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void customers() {
        bench = bench("workspace");
    }

    private Bench bench(String workspace) {
        Bench made = new Bench(folder.resolve(workspace), new ToyAccount());
        made.account.user(Bench.OWNER);
        made.mappings(new AdjustableMapping("CustomerToPerson")
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("email", "email")
                        .build())
                .loss(new Loss("Fax number", "nobody faxes", "it stays behind")));
        made.destination.field(
                "person", FieldDescription.builder("email", FieldType.TEXT).build());
        made.destination.schema(new ToySchema());
        return made;
    }

    private void source(String key, FieldType type, Object value) {
        source(bench, key, type, value);
    }

    private static void source(Bench bench, String key, FieldType type, Object value) {
        bench.source.add(Bench.customer(1).put(key, value).build());
        bench.source.field(
                "customer", FieldDescription.builder(key, type).custom().build());
    }

    private void target(String key, String label, FieldType type) {
        bench.destination.field(
                "person", FieldDescription.builder(key, type).label(label).build());
    }

    /** A field for which a person has to confirm: the moment loses its time. */
    private void firstContact() {
        source("First contact date", FieldType.INSTANT, MET);
        target("first_contact", "First contact date", FieldType.DATE);
    }

    private static FieldView only(Plan plan) {
        assertThat(plan.fields()).hasSize(1);
        return plan.fields().get(0);
    }

    private void decide(String decision, String target) {
        bench.edit(plan -> entry(plan).put("decision", decision).put("target", target));
    }

    private static ObjectNode entry(JsonNode plan) {
        return (ObjectNode) plan.get("fields").get(0);
    }

    @Test
    void writesAField_whereItsCounterpartIsSure() {
        source("Occupation", FieldType.TEXT, "Baker");
        target("position", "Job title", FieldType.TEXT);
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(only(plan).tier()).isEqualTo("AUTO");
            assertThat(only(plan).decision()).contains("MAP");
            assertThat(only(plan).target()).isEqualTo("position");
            assertThat(only(plan).reasons()).first().asString().contains("both mean job title");
            Bench.readyAndRun(migration);
            assertThat(bench.person("Customer 1").value("position")).contains("Baker");
        }
    }

    @Test
    void asks_whereNothingFits() {
        source("Shoe size", FieldType.INTEGER, 42L);
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions())
                    .containsExactly(new Question(
                            "fields: customer.Shoe size",
                            "what becomes of \"Shoe size\"? No field of the destination fits. Set its decision to MAP,"
                                    + " CREATE, NOTE or SKIP, and its target to the field"));
            assertThat(migration.approve("ops@example.com").result().completion())
                    .isEqualTo(Completion.WAITS);
        }
    }

    @Test
    void asks_whereSomethingCanBeLost_andTakesTheDecision() {
        firstContact();
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(only(plan).tier()).isEqualTo("CONFIRM");
            assertThat(only(plan).decision()).isEmpty();
            assertThat(plan.questions())
                    .singleElement()
                    .satisfies(
                            question -> assertThat(question.question()).contains("It is likely to be first_contact"));
            decide("MAP", "first_contact");
            Bench.readyAndRun(migration);
            assertThat(bench.person("Customer 1").value("first_contact")).contains(LocalDate.of(2025, 4, 1));
        }
    }

    @Test
    void makesAField_whenAPersonDecidesSo() {
        source("Shoe size", FieldType.INTEGER, 42L);
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            decide("CREATE", "Shoe size");

            Bench.readyAndRun(migration);

            assertThat(migration.plan().schema())
                    .extracting(Plan.SchemaView::label)
                    .contains("Shoe size");
            assertThat(bench.account.records("person").get(0).fields().values())
                    .anySatisfy(value -> assertThat(value.value()).contains(42L));
        }
    }

    @Test
    void writesLinesOfText_whenFieldsBecomeNotes() {
        source("Shoe size", FieldType.INTEGER, 42L);
        bench.source.add(Bench.customer(2).build());
        bench.policies.put("unsureFields", "note");
        bench.destination.field(
                "person",
                FieldDescription.builder("Further details", FieldType.LONG_TEXT).build());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            assertThat(bench.person("Customer 1").value("Further details")).contains("Shoe size: 42");
            assertThat(bench.person("Customer 2").value("Further details")).isEmpty();
        }
    }

    @Test
    void leavesPlatformFieldsBehind_unlessAPolicySaysAsk() {
        bench.source.add(Bench.customer(1).put("internal", "x1").build());
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(only(plan).decision()).contains("SKIP");
            assertThat(plan.unmapped()).extracting(Plan.UnmappedField::field).contains("internal");
        }
        Bench asking = bench("asking");
        asking.source.add(Bench.customer(1).put("internal", "x1").build());
        asking.policies.put("platformFields", "ask");
        try (Migration migration = asking.open()) {
            assertThat(Bench.plan(migration).questions()).hasSize(1);
        }
    }

    @Test
    void asksNothing_whereNoValueIsOrALossIsDeclared() {
        source("Fax number", FieldType.TEXT, "+49 30 1234567");
        bench.source.field(
                "customer",
                FieldDescription.builder("Shoe size", FieldType.INTEGER)
                        .custom()
                        .build());
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).fields()).isEmpty();
        }
    }

    @Test
    void asksForOptions_withoutACounterpart() {
        source("Market segment", FieldType.CHOICE, "mid-size");
        bench.source.add(Bench.customer(2).put("Market segment", "Giant").build());
        bench.source.field(
                "customer",
                FieldDescription.builder("Market segment", FieldType.CHOICE)
                        .custom()
                        .build());
        bench.destination.field(
                "person",
                FieldDescription.builder("segment", FieldType.CHOICE)
                        .label("Segment")
                        .options(List.of(Option.of("1", "Small"), Option.of("2", "Mid size")))
                        .build());
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);
            assertThat(only(plan).tier()).isEqualTo("CONFIRM");
            decide("MAP", "segment");

            assertThat(migration.plan().questions())
                    .extracting(Question::where)
                    .containsExactly("valueMaps: customer.Market segment.entries");
            bench.edit(file ->
                    Bench.valueMapEntries(file, "customer.Market segment").put("Giant", ""));
            Bench.readyAndRun(migration);
            assertThat(bench.person("Customer 1").value("segment")).contains("2");
            assertThat(bench.person("Customer 2").value("segment")).isEmpty();
        }
    }

    @Test
    void keepsADecision_whenThePlanIsProposedAgain() {
        source("Occupation", FieldType.TEXT, "Baker");
        target("position", "Job title", FieldType.TEXT);
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            decide("SKIP", "");

            Plan again = migration.plan();

            assertThat(only(again).decision()).contains("SKIP");
            assertThat(only(again).tier()).isEqualTo("AUTO");
            assertThat(again.questions()).isEmpty();
        }
    }

    @Test
    void refusesADecisionWithoutATarget_withItsPlace() {
        firstContact();
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            decide("MAP", "");

            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("fields[0].target must name the field of the destination");
        }
    }

    @Test
    void showsTheAdvisorNamesAndShapes_neverValues() {
        source("Domain", FieldType.TEXT, "bakers-shop7.example");
        target("website", "Website", FieldType.TEXT);
        List<AdvisorCase> asked = new ArrayList<>();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> {
                    asked.add(question);
                    return List.of();
                })
                .build()) {
            Bench.plan(migration);
        }

        assertThat(asked).singleElement().satisfies(question -> {
            assertThat(question.label()).isEqualTo("Domain");
            assertThat(question.shapes()).containsExactly("aaaaaa-aaaa9.aaaaaaa");
            assertThat(question.candidates())
                    .extracting(MappingAdvisor.Candidate::name)
                    .contains("website");
        });
        assertThat(asked.toString()).doesNotContain("bakers");
    }

    @Test
    void keepsTheAdviceAsEvidence_andNeverIsSureByIt() {
        firstContact();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(
                        new Advice(Verdict.PREFER, "first_contact", "The names are the same."),
                        new Advice(Verdict.PREFER, "made_up", "I know better.")))
                .build()) {
            Plan plan = Bench.plan(migration);

            assertThat(only(plan).tier()).isEqualTo("CONFIRM");
            assertThat(only(plan).decision()).isEmpty();
            assertThat(only(plan).advice()).containsExactly("prefer first_contact: The names are the same.");
            assertThat(entry(bench.planJson()).get("proposal").get("advice")).hasSize(1);
        }
    }

    @Test
    void proposesNothing_whenTheAdvisorSpeaksAgainstIt() {
        firstContact();
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(new Advice(Verdict.UNMAP, "", "Another contact is meant.")))
                .build()) {
            Plan plan = Bench.plan(migration);

            assertThat(only(plan).tier()).isEqualTo("UNMAPPED");
            assertThat(only(plan).target()).isEmpty();
            assertThat(plan.questions()).hasSize(1);
        }
    }

    @Test
    void goesOnWithoutTheAdvisor_whenItIsLateOrFails() {
        firstContact();
        CountDownLatch never = new CountDownLatch(1);
        MappingAdvisor late = question -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        try (Migration migration =
                bench.builder().mappingAdvisor(late, 1, Duration.ofMillis(20)).build()) {
            assertThat(only(Bench.plan(migration)).advice())
                    .containsExactly("the advisor did not answer in time and was not asked again");
        }
        MappingAdvisor failing = question -> {
            throw new IllegalStateException("no model");
        };
        try (Migration migration = bench.builder().mappingAdvisor(failing).build()) {
            assertThat(only(migration.plan()).advice()).containsExactly("the advisor failed: IllegalStateException");
        }
    }

    @Test
    void approvesTheSamePlan_whateverTheAdvisorSays() {
        firstContact();
        String without;
        try (Migration migration = bench.open()) {
            without = Bench.plan(migration).fingerprint();
        }
        try (Migration migration = bench.builder()
                .mappingAdvisor(question -> List.of(new Advice(Verdict.WARN, "", "Mind the zone.")))
                .build()) {
            Plan plan = migration.plan();

            assertThat(only(plan).advice()).hasSize(1);
            assertThat(plan.fingerprint()).isEqualTo(without);
        }
    }

    @Test
    void remembersADecision_forAnotherWorkspace() throws Exception {
        firstContact();
        Path decisions = folder.resolve("exported.json");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            decide("MAP", "first_contact");
            migration.plan();
            migration.approve("ops@example.com");
            migration.exportDecisions(decisions);
        }
        assertThat(Files.readString(decisions)).contains("first contact date").doesNotContain("2025");
        bench = bench("another");
        firstContact();
        try (Migration migration = bench.open()) {
            assertThat(migration.importDecisions(decisions)).isEqualTo(1);

            Plan plan = Bench.plan(migration);

            assertThat(plan.questions()).isEmpty();
            assertThat(only(plan).decision()).contains("MAP");
            assertThat(only(plan).reasons()).first().isEqualTo("decided before, for 1 account");
        }
    }

    @Test
    void learnsNothing_fromWhatWasLeftAsProposed() throws Exception {
        source("Occupation", FieldType.TEXT, "Baker");
        target("position", "Job title", FieldType.TEXT);
        Path decisions = folder.resolve("exported.json");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            migration.exportDecisions(decisions);
        }

        assertThat(Files.readString(decisions)).doesNotContain("occupation");
    }

    @Test
    void refusesAFileWithoutDecisions() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        try (Migration migration = bench.open()) {
            assertThatThrownBy(() -> migration.importDecisions(other))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("holds no decisions");
        }
    }

    @Test
    void asksTheSame_whateverTheOrderOfTheFields() {
        source("Occupation", FieldType.TEXT, "Baker");
        target("position", "Job title", FieldType.TEXT);
        target("nickname", "Nickname", FieldType.TEXT);
        List<FieldView> first;
        try (Migration migration = bench.open()) {
            first = Bench.plan(migration).fields();
        }
        bench = bench("again");
        target("nickname", "Nickname", FieldType.TEXT);
        target("position", "Job title", FieldType.TEXT);
        source("Occupation", FieldType.TEXT, "Baker");
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).fields()).isEqualTo(first);
        }
        assertThat(first).extracting(FieldView::decision).containsExactly(Optional.of("MAP"));
    }
}
