package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan that was tried in a sandbox gives the same in the production account, whose keys are others. */
class TwoAccountsTest {

    private static final List<String> OBJECTS =
            List.of("organizations", "persons", "deals", "leads", "activities", "notes", "products", "files");

    /** What is an account's own: ids, moments of the import, and what refers to them. */
    private static final TreeSet<String> OWN = new TreeSet<>(List.of(
            "id",
            "add_time",
            "update_time",
            "marked_as_done_time",
            "stage_change_time",
            "next_activity_id",
            "last_activity_id",
            "local_won_date",
            "local_close_date",
            "cc_email"));

    @TempDir
    private Path folder;

    @Test
    void holdTheSame_whenOnePlanIsAppliedToBoth() throws IOException {
        Practice practice = new Practice(30);
        Map<String, String> limits = Map.of("plan", "ultimate", "seats", "5");
        try (PipedriveRig sandbox = new PipedriveRig(41, limits);
                PipedriveRig production = new PipedriveRig(42, limits)) {
            Path tried = folder.resolve("sandbox");
            try (Migration migration = sandbox.open(practice, tried, Map.of())) {
                PipedriveRig.prepare(migration);
                run(migration);
            }
            Path real = folder.resolve("production");
            try (Migration migration = production.open(practice, real, Map.of())) {
                migration.extract();
                migration.plan();
                takeOver(tried.resolve("plan.json"), real.resolve("plan.json"));
                assertThat(migration.plan().questions()).isEmpty();
                assertThat(migration.approve("ops@acme.example").result().completion())
                        .isEqualTo(Completion.COMPLETE);
                assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
                run(migration);
            }

            JsonNode one = sandbox.state();
            JsonNode other = production.state();
            assertThat(codes(one)).doesNotContainAnyElementsOf(codes(other));
            for (String object : OBJECTS) {
                assertThat(contents(object, one)).as(object).isNotEmpty().isEqualTo(contents(object, other));
            }
        }
    }

    private static void run(Migration migration) {
        assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
    }

    /** The decisions are the same; only the account that they are for is another one. */
    private static void takeOver(Path from, Path to) throws IOException {
        ObjectNode tried = (ObjectNode) LimitedAccount.JSON.readTree(Files.readString(from));
        JsonNode present = LimitedAccount.JSON.readTree(Files.readString(to));
        tried.set("account", present.get("account"));
        Files.writeString(to, LimitedAccount.JSON.writeValueAsString(tried));
    }

    private static List<String> codes(JsonNode state) {
        List<String> codes = new ArrayList<>();
        for (String catalog : List.of("personFields", "organizationFields", "dealFields")) {
            state.path(catalog).forEach(field -> {
                if (field.path("is_custom_field").asBoolean()) {
                    codes.add(field.path("field_code").asText());
                }
            });
        }
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static List<String> contents(String object, JsonNode state) {
        Names names = new Names(state);
        List<String> contents = new ArrayList<>();
        state.path(object).forEach(record -> contents.add(names.neutral(record).toString()));
        contents.sort(String::compareTo);
        return contents;
    }

    /** What people see in place of an account's keys. */
    private record Names(Map<String, String> byKey) {

        Names(JsonNode state) {
            this(new TreeMap<>());
            for (String catalog : List.of("personFields", "organizationFields", "dealFields", "productFields")) {
                state.path(catalog).forEach(field -> {
                    byKey.put(
                            field.path("field_code").asText(),
                            field.path("field_name").asText());
                    field.path("options")
                            .forEach(option -> byKey.put(
                                    field.path("field_code").asText() + "/"
                                            + option.path("id").asText(),
                                    option.path("label").asText()));
                });
            }
            for (String object : List.of("organizations", "persons", "users", "stages", "pipelines", "products")) {
                state.path(object)
                        .forEach(record -> byKey.put(
                                object + "/" + record.path("id").asText(),
                                record.path("name").asText()));
            }
            for (String object : List.of("deals", "leads")) {
                state.path(object)
                        .forEach(record -> byKey.put(
                                object + "/" + record.path("id").asText(),
                                record.path("title").asText()));
            }
        }

        Map<String, Object> neutral(JsonNode record) {
            Map<String, Object> neutral = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : record.properties()) {
                String key = member.getKey();
                if (!OWN.contains(key)) {
                    neutral.put(byKey.getOrDefault(key, key), value(key, member.getValue()));
                }
            }
            return neutral;
        }

        private Object value(String key, JsonNode value) {
            if (value.isObject()) {
                return neutral(value);
            }
            if (value.isArray()) {
                List<Object> items = new ArrayList<>();
                value.forEach(item -> items.add(value(key, item)));
                return items;
            }
            String object = switch (key) {
                case "org_id", "organization_id" -> "organizations";
                case "person_id" -> "persons";
                case "deal_id" -> "deals";
                case "lead_id" -> "leads";
                case "stage_id" -> "stages";
                case "pipeline_id" -> "pipelines";
                case "product_id" -> "products";
                default ->
                    key.endsWith("user_id") || key.equals("owner_id") || key.equals("creator_id") ? "users" : key;
            };
            return byKey.getOrDefault(object + "/" + value.asText(), value.asText());
        }
    }
}
