package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of real pairs against the JSON Schema that lies beside them. */
class PlanSchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Path profi;
    private static Path practice;

    @BeforeAll
    static void migrate(@TempDir Path folder) {
        profi = folder.resolve("profi");
        practice = folder.resolve("practice");
        ProfiAccount.migrate(ProfiAccount.sample(), profi);
        PracticeAccount.migrate(PracticeAccount.sample(), practice);
    }

    private static JsonNode read(Path workspace, String file) throws IOException {
        return MAPPER.readTree(Files.readString(workspace.resolve(file)));
    }

    private static List<String> problems(Path workspace, JsonNode plan) throws IOException {
        Schema schema = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(read(workspace, plan.path("$schema").asText()));
        return schema.validate(plan).stream()
                .map(Error::getInstanceLocation)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    @Test
    void describesThePlansOfRealPairs() throws IOException {
        for (Path workspace : List.of(profi, practice)) {
            assertThat(problems(workspace, read(workspace, "plan.json"))).isEmpty();
        }
    }

    @Test
    void findsWhatTheReaderOfThePlanWouldRefuse() throws IOException {
        ObjectNode plan = (ObjectNode) read(profi, "plan.json");
        ObjectNode pipeline = (ObjectNode) plan.get("pipelines").get(0);
        ((ObjectNode) pipeline.get("stages").get(0)).put("name", " ");
        ((ObjectNode) pipeline.get("stages").get(1)).put("probability", 101);
        ((ObjectNode) plan.get("choices").get(0)).put("answr", "x");
        plan.withObjectProperty("owners").put("anna@example.com", 7);

        assertThat(problems(profi, plan))
                .containsExactlyInAnyOrder(
                        "/choices/0",
                        "/owners/anna@example.com",
                        "/pipelines/0/stages/0/name",
                        "/pipelines/0/stages/1/probability");
    }

    @Test
    void hasAPipelineWithAStageForEachStatus() throws IOException {
        JsonNode table = read(practice, "plan.json").path("pipelines");

        assertThat(table).hasSize(1);
        assertThat(table.get(0).path("stages").findValuesAsText("name")).hasSizeGreaterThan(3);
        assertThat(Stream.of(table.get(0).path("stages")).flatMap(stages -> stages.findValues("values").stream()))
                .noneMatch(JsonNode::isEmpty);
    }
}
