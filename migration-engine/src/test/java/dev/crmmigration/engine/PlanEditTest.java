package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.CustomerToPerson;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person's edits of plan.json do, and what they must not do. */
class PlanEditTest {

    private static final String MAPPING = "CustomerToPerson";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(3);
    }

    private static ObjectNode nameOfPerson(ObjectNode plan) {
        return Bench.field(Bench.part(plan, MAPPING, 1), 0);
    }

    @Test
    void keepsAnEditedExpression_whenThePlanIsMadeAgain() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> nameOfPerson(plan).put("value", "upper(name)"));

            Plan again = migration.plan();

            assertThat(again.questions()).isEmpty();
            assertThat(nameOfPerson(bench.planJson()).get("value").asText()).isEqualTo("upper(name)");
        }
    }

    @Test
    void forgetsEdits_whenThePlanIsMadeAfresh() {
        try (Migration migration = bench.open()) {
            String before = Bench.plan(migration).fingerprint();
            bench.edit(plan -> nameOfPerson(plan).put("value", "upper(name)"));

            assertThat(migration.planAfresh().fingerprint()).isEqualTo(before);
            assertThat(nameOfPerson(bench.planJson()).get("value").asText()).isEqualTo("name");
        }
    }

    @Test
    void asksWhichCounts_whenTheProposalChangesAfterAnEdit() {
        AtomicReference<String> proposed = new AtomicReference<>("name");
        bench.mappings(new AdjustableMapping("Customers")
                .part(context -> Records.from("customer")
                        .to("person")
                        .set("name", Objects.requireNonNull(proposed.get()))
                        .build()));
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> Bench.field(Bench.part(plan, "Customers", 0), 0).put("value", "upper(name)"));
            proposed.set("lower(name)");
            Plan conflict = migration.plan();
            String question = conflict.questions().get(0).question();
            String mark = question.replaceAll(".*its \"proposal\" to \"(\\w+)\" to keep the edit", "$1");
            bench.edit(plan -> ((ObjectNode) plan.get("mappings").get(0)).put("proposal", mark));
            Plan settled = migration.plan();

            assertThat(question)
                    .startsWith("mappings: Customers was edited by hand, and its proposal has changed since. Remove it"
                            + " from the file to take the new proposal, or set its \"proposal\" to ");
            assertThat(settled.questions()).isEmpty();
            assertThat(Bench.field(Bench.part(bench.planJson(), "Customers", 0), 0)
                            .get("value")
                            .asText())
                    .isEqualTo("upper(name)");
        }
    }

    @Test
    void takesTheNewProposal_whenNobodyHasEditedTheMapping() {
        AtomicReference<String> proposed = new AtomicReference<>("name");
        bench.mappings(new AdjustableMapping("Customers")
                .part(context -> Records.from("customer")
                        .to("person")
                        .set("name", Objects.requireNonNull(proposed.get()))
                        .build()));
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            proposed.set("lower(name)");

            assertThat(migration.plan().questions()).isEmpty();
            assertThat(bench.planText()).contains("\"lower(name)\"");
        }
    }

    @Test
    void namesEveryPlaceThatIsWrong_whenTheFileHasSeveralErrors() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> {
                Bench.choice(plan, "unresolvedOwner").put("answer", "maybe");
                nameOfPerson(plan).put("value", "upper(name");
                Bench.field(Bench.part(plan, MAPPING, 0), 0).put("ifMissing", "SOMETIMES");
                Bench.part(plan, MAPPING, 2).put("kind", "wish");
                plan.withObjectProperty("owners").put(Bench.OWNER, 7);
                plan.remove("account");
            });

            assertThatThrownBy(migration::plan)
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            failure -> assertThat(failure.problems())
                                    .containsExactly(
                                            "choices[0].answer must be one of [hold, fallback] but is maybe",
                                            "owners." + Bench.OWNER + " must be text",
                                            "mappings[0].parts[0].fields[0].ifMissing must be one of [HOLD, LATER,"
                                                    + " OMIT] but is SOMETIMES",
                                            "mappings[0].parts[1].fields[0].value: ')' is missing at character 11",
                                            "mappings[0].parts[2].kind must be records, contribution, resolution,"
                                                    + " document or exclusion",
                                            "account must be text"));
        }
    }

    @Test
    void namesThePlace_whenANameIsBlank() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.edit(plan -> Bench.part(plan, MAPPING, 0).put("to", " "));

            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("mappings[0].parts[0]: an object type needs a name");
        }
    }

    @Test
    void namesLineAndColumn_whenTheFileIsNotJson() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            bench.write("{\n  \"source\": \"toy\",,\n}");

            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("plan.json is not JSON: ")
                    .hasMessageEndingWith(" at line 2, column 19");
        }
    }

    @Test
    void refusesAFileThatIsNoObjectOrEmpty() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            for (String text : new String[] {"", "[]", "null", "7"}) {
                bench.write(text);

                assertThatThrownBy(migration::plan)
                        .as("a plan.json of '%s'", text)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageStartingWith("plan.json");
            }
        }
    }

    @Test
    void refusesAPlanForAnotherAccount() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
        }
        bench.destination.named("box-2");
        try (Migration migration = bench.open()) {
            assertThatThrownBy(migration::plan)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("plan.json is for toy -> box, account box-1, but the settings lead to toy -> box,"
                            + " account box-2. Use another workspace, or plan afresh");
            assertThat(migration.planAfresh().questions()).isEmpty();
        }
    }

    @Test
    void keepsTheFingerprint_whenTheFileIsOnlyFormattedAnew() {
        try (Migration migration = bench.open()) {
            String before = Bench.plan(migration).fingerprint();
            ObjectNode plan = bench.planJson();
            ObjectNode turned = plan.objectNode();
            turned.set("mappings", plan.get("mappings"));
            turned.setAll(plan);
            bench.write("\n\t" + turned.toPrettyString().replace("\n", "\r\n\r\n"));

            assertThat(migration.approve("ops@example.com").fingerprint()).isEqualTo(before);
            assertThat(migration.plan().fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void keepsTheFingerprint_whenOwnersAreInAnotherOrder() {
        bench.account.user("ann@example.com");
        bench.source.add(
                Bench.customer(4).put("owner", "ann@example.com").build(),
                Bench.customer(5).put("owner", "bob@example.com").build());
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            bench.edit(plan -> {
                ObjectNode owners = plan.withObjectProperty("owners");
                ObjectNode turned = plan.objectNode();
                turned.set(Bench.OWNER, owners.get(Bench.OWNER));
                turned.set("bob@example.com", owners.get("bob@example.com"));
                turned.set("ann@example.com", owners.get("ann@example.com"));
                plan.set("owners", turned);
                plan.put("edited", true);
            });

            assertThat(migration.run().result().reasons()).noneMatch(reason -> reason.contains("edited"));
            assertThat(bench.account.records("person")).hasSize(4);
        }
    }

    @Test
    void changesTheFingerprint_whenADecisionIsEdited() {
        try (Migration migration = bench.open()) {
            String before = Bench.plan(migration).fingerprint();
            bench.edit(plan -> nameOfPerson(plan).put("value", "upper(name)"));
            String afterField = migration.plan().fingerprint();
            bench.edit(plan -> Bench.choice(plan, "strictCreationOrder").put("answer", "person"));
            String afterChoice = migration.plan().fingerprint();

            assertThat(afterField).isNotEqualTo(before);
            assertThat(afterChoice).isNotEqualTo(afterField);
        }
    }

    @Test
    void makesTheApprovalVoid_whenAFunctionOfThePlanHasAnotherVersion() {
        bench.mappings(shouting(1));
        String before;
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            before = migration.plan().fingerprint();
        }
        bench.mappings(shouting(2));
        try (Migration migration = bench.open()) {
            RunReport run = migration.run();

            assertThat(run.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(bench.account.creates()).isZero();
            assertThat(migration.plan().fingerprint()).isNotEqualTo(before);
        }
    }

    @Test
    void keepsTheApproval_whenAFunctionThatThePlanDoesNotUseHasAnotherVersion() {
        bench.mappings(new CustomerToPerson(), unused(1));
        bench.policies.put("defaultOwner", Bench.OWNER);
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
        }
        bench.mappings(new CustomerToPerson(), unused(2));
        try (Migration migration = bench.open()) {
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    private static AdjustableMapping shouting(int version) {
        return new AdjustableMapping("Customers")
                .function(new Shout(version))
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "shout(name)")
                        .build());
    }

    private static AdjustableMapping unused(int version) {
        return new AdjustableMapping("Unused").function(new Shout(version));
    }
}
