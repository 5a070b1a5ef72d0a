package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Exclusion;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.engine.Plan.Question;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan asks, where, and what answers it. */
class PlanQuestionsTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
    }

    private Plan plan() {
        try (Migration migration = bench.open()) {
            return Bench.plan(migration);
        }
    }

    @Test
    void waitsWithThePlace_whenAChoiceIsOpen() {
        bench.policies.clear();
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);
            Approval approval = migration.approve("ops@example.com");

            assertThat(plan.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(plan.questions())
                    .containsExactly(new Question("choices: defaultOwner", "Who owns customers without an owner?"));
            assertThat(approval.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(migration.status().phase()).isEqualTo("planned");
        }
    }

    @Test
    void asksNothing_whenAPolicyAnswers() {
        Plan plan = plan();

        assertThat(plan.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(plan.choices())
                .filteredOn(choice -> choice.name().equals("defaultOwner"))
                .singleElement()
                .satisfies(choice -> assertThat(choice.answer()).contains(Bench.OWNER));
    }

    @Test
    void refusesPoliciesThatNobodyKnows_namingTheKnownOnes() {
        bench.policies.put("defaultOwners", Bench.OWNER);
        bench.policies.put("unresolvedOwner", "maybe");
        try (Migration migration = bench.open()) {
            migration.extract();

            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("policies has 2 problem(s):\n"
                            + " - 'defaultOwners' is not known. Known are brakeAfterFailures, defaultOwner,"
                            + " fallbackOwner, ifEdited, largeFiles, largeFilesHost, manyDeleted, ownerDomains, phaseGate, platformFields, rehearsal, sample,"
                            + " sampleSize, sourceDeleted, sourceKeyField, staleContacts, stopAfterFailures, strictCreationOrder,"
                            + " unresolvedOwner, unsureFields\n"
                            + " - 'unresolvedOwner' must be one of [hold, fallback] but is 'maybe'");
        }
    }

    @Test
    void keepsTheAnswerInTheFile_whenAPolicySaysOtherwise() {
        bench.account.user("other@example.com");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> Bench.choice(plan, "defaultOwner").put("answer", "other@example.com"));

            Bench.ready(migration);
            migration.run();

            assertThat(bench.account.records("person"))
                    .allSatisfy(person -> assertThat(person.value("owner")).contains("user other@example.com"));
        }
    }

    @Test
    void asksForValuesThatAMapLacks_withTheirCount() {
        bench.source.add(Bench.customer(4).put("level", "Gold").build());
        bench.source.add(Bench.customer(5).put("level", "gold ").build());
        bench.source.add(Bench.customer(6).put("level", "Tin").build());
        bench.mappings(levels());

        assertThat(plan().questions())
                .containsExactly(
                        new Question(
                                "valueMaps: levels.entries",
                                "what does \"Gold\" become (2 records have it)? Add it to the entries with one of"
                                        + " [A, B], or with \"\" to leave it out"),
                        new Question(
                                "valueMaps: levels.entries",
                                "what does \"Tin\" become (1 records have it)? Add it to the entries with one of [A,"
                                        + " B], or with \"\" to leave it out"));
    }

    private static AdjustableMapping levels() {
        return new AdjustableMapping("Customers")
                .valueMap(new ValueMap("levels", List.of("A", "B"), Map.of("silver", "B")))
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "coalesce(map(\"levels\", level), name)")
                        .build());
    }

    @Test
    void writesTheTargetOrLeavesTheValueOut_whenTheFileAnswersForAValue() {
        bench.source.add(Bench.customer(4).put("level", "Gold").build());
        bench.source.add(Bench.customer(5).put("level", "Tin").build());
        bench.mappings(levels());
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan ->
                    Bench.valueMapEntries(plan, "levels").put("gold", "A").put("tin", ""));

            Bench.ready(migration);
            migration.run();

            assertThat(bench.names("person"))
                    .containsExactlyInAnyOrder("Customer 1", "Customer 2", "Customer 3", "A", "Customer 5");
        }
    }

    @Test
    void asksAboutRecordsThatNoPartTakes() {
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .where("ne($id, \"2\")")
                        .set("name", "name")
                        .build()));

        assertThat(plan().questions())
                .containsExactly(new Question(
                        "mappings",
                        "1 records of customer are taken by no part of any mapping. Add an exclusion with the reason,"
                                + " or widen a part"));
    }

    @Test
    void countsWhatIsExcludedWithItsReason() {
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .where("ne($id, \"2\")")
                        .set("name", "name")
                        .build())
                .part(Exclusion.of("customer", "eq($id, \"2\")", "a test record"))
                .part(Exclusion.of("customer", "true", "never counted: nothing is left")));

        Plan plan = plan();

        assertThat(plan.questions()).isEmpty();
        assertThat(plan.excluded()).containsExactly(new Plan.Exclusion("customer", "a test record", 1));
    }

    @Test
    void asksAboutFieldsObjectsAndOptionsThatTheDestinationLacks() {
        bench.destination.field(
                "person",
                FieldDescription.builder("level", FieldType.CHOICE)
                        .options(List.of(Option.of("1", "High")))
                        .build());
        bench.mappings(
                new AdjustableMapping("Customers")
                        .part(Records.from("customer")
                                .to("person")
                                .set("name", "name")
                                .set("shoeSize", "\"44\"")
                                .set("level", "case(eq($id, \"1\") => \"Low\", else => \"High\")")
                                .build()),
                new AdjustableMapping("Deals")
                        .part(Records.from("customer")
                                .to("deal")
                                .set("name", "name")
                                .build()));

        assertThat(plan().questions())
                .containsExactlyInAnyOrder(
                        new Question("mappings", "the destination has no field shoeSize on person"),
                        new Question("mappings", "the pick-list level has no option \"Low\""),
                        new Question("mappings", "the destination has no object deal"));
    }

    @Test
    void asksAboutEverythingThatIsWrongWithTheMappingsThemselves() {
        bench.mappings(
                new AdjustableMapping("Customers")
                        .part(Records.from("customer")
                                .to("person")
                                .set("name", "shout(name)")
                                .set("company", "link(Nobody, company)")
                                .build()),
                new AdjustableMapping("More")
                        .part(MappingPart.Contribution.to(
                                "Customers", "customer", List.of(FieldMapping.set("name", "email")), List.of()))
                        .part(MappingPart.Contribution.to("Missing", "customer", List.of(), List.of())));

        assertThat(plan().questions())
                .extracting(Question::question)
                .contains(
                        "Customers: there is no function 'shout'. Correct its name, or bring it with a mapping",
                        "Customers: link(Nobody, company) leads to a mapping that the plan does not have",
                        "More adds to Missing (main), which gives no records",
                        "field name of person is set by 2 parts of the records of Customers. Let all but one go, or"
                                + " let all of them add");
    }

    @Test
    void showsWhatBecomesOfOwners_whateverTheirCase() {
        bench.account.user("Ann@Example.com");
        bench.account.user("new@example.com");
        bench.source.add(Bench.customer(4).put("owner", "ANN@example.com ").build());
        bench.source.add(Bench.customer(5).put("owner", "old@example.com").build());
        bench.source.add(Bench.customer(6).put("owner", "gone@example.com").build());
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> plan.withObjectProperty("owners").put("old@example.com", "new@example.com"));
            Plan plan = migration.plan();

            assertThat(plan.questions()).isEmpty();
            assertThat(plan.owners())
                    .containsExactly(
                            new Plan.OwnerView("ann@example.com", 1, "matched", "ann@example.com"),
                            new Plan.OwnerView("gone@example.com", 1, "held", ""),
                            new Plan.OwnerView("old@example.com", 1, "replaced", "new@example.com"),
                            new Plan.OwnerView(Bench.OWNER, 3, "matched", Bench.OWNER));
            assertThat(plan.holds()).containsExactly(new Plan.HoldCount("CustomerToPerson", "OWNER owner", 1));
        }
    }

    @Test
    void givesOwnersWithoutUserToTheFallback_whenThePolicySaysSo() {
        bench.account.user("desk@example.com");
        bench.source.add(Bench.customer(4).put("owner", "gone@example.com").build());
        bench.policies.put("unresolvedOwner", "fallback");
        bench.policies.put("fallbackOwner", "desk@example.com");
        try (Migration migration = bench.open()) {
            Plan plan = Bench.plan(migration);
            Bench.ready(migration);
            migration.run();

            assertThat(plan.owners())
                    .contains(new Plan.OwnerView("gone@example.com", 1, "fallback", "desk@example.com"));
            assertThat(bench.account.records("person"))
                    .filteredOn(person -> person.value("name").equals(Optional.of("Customer 4")))
                    .singleElement()
                    .satisfies(person -> assertThat(person.value("owner")).contains("user desk@example.com"));
        }
    }

    @Test
    void asksForUsers_whenTheFallbackOrAReplacementIsNone() {
        bench.source.add(Bench.customer(4).put("owner", "gone@example.com").build());
        bench.policies.put("unresolvedOwner", "fallback");
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> plan.withObjectProperty("owners").put("gone@example.com", "nobody@example.com"));

            assertThat(migration.plan().questions())
                    .containsExactly(
                            new Question(
                                    "choices: fallbackOwner",
                                    "name the e-mail address of an active user of the destination"),
                            new Question(
                                    "owners",
                                    "the replacement of an owner is no active user of the destination:"
                                            + " nobody@example.com"));
        }
    }
}
