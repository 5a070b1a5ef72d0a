package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.Plan.FieldView;
import dev.crmmigration.engine.Plan.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of fields that no row reads. */
class FieldProposalTest extends FieldProposalScene {

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
