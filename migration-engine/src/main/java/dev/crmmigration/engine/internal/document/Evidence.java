package dev.crmmigration.engine.internal.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crmmigration.engine.internal.report.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the steps of a migration have left behind, as far as they happened: their reports and the plan. What is missing reads
 * as empty.
 */
public final class Evidence {

    private final Function<String, Optional<String>> reports;
    private final Map<String, JsonNode> read = new HashMap<>();
    private final JsonNode plan;
    private final Discretion discretion;

    /**
     * @param reports gives the text of a report by the name of its file
     * @param plan the text of plan.json
     */
    public Evidence(Function<String, Optional<String>> reports, Optional<String> plan, Discretion discretion) {
        this.reports = reports;
        this.plan = plan.map(Evidence::parsed).orElseGet(MissingNode::getInstance);
        this.discretion = discretion;
    }

    /** A person may be editing the plan; a document says then as much as if there were none. */
    private static JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    JsonNode report(String name) {
        return read.computeIfAbsent(
                name, key -> reports.apply(key + ".json").map(Json::own).orElseGet(MissingNode::getInstance));
    }

    JsonNode profile() {
        return report("profile");
    }

    JsonNode sample() {
        return report("sample");
    }

    JsonNode run() {
        return report("run");
    }

    JsonNode delta() {
        return report("delta");
    }

    JsonNode reconciliation() {
        return report("reconciliation");
    }

    JsonNode rollback() {
        return report("rollback");
    }

    /** Returns the plan's file: the mappings with their expressions, the choices, the value maps. */
    JsonNode plan() {
        return plan;
    }

    /** Returns what was worked out from the plan: counts, holds, losses, costs. */
    JsonNode forecast() {
        return plan.path("computed");
    }

    Discretion discretion() {
        return discretion;
    }

    String source() {
        return Words.title(
                report("pair").path("source").asText(plan.path("source").asText("source")));
    }

    String destination() {
        return Words.title(report("pair")
                .path("destination")
                .asText(plan.path("destination").asText("destination")));
    }

    /** Returns what became of the records last: by the last delta, else by the run. */
    JsonNode lastCounts() {
        return delta().path("mappings").isEmpty() ? run().path("mappings") : delta().path("mappings");
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).toList();
    }
}
