package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.plan.PipelineEntry.Stage;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The table of pipelines as it stands in the plan. */
final class PipelineJson {

    private static final String ROW_STAGE = "stage";
    private static final String ROW_PIPELINE = "pipeline";
    private static final String PROBABILITY = "probability";

    private PipelineJson() {}

    static ObjectNode write(PipelineEntry entry) {
        ObjectNode node = Json.object()
                .put("object", entry.object().name())
                .put("field", entry.field())
                .put(ROW_PIPELINE, entry.row())
                .put("name", entry.name())
                .put(PROBABILITY, entry.probability());
        ArrayNode stages = node.putArray("stages");
        for (Stage stage : entry.stages()) {
            ObjectNode line = stages.addObject().put(ROW_STAGE, stage.row()).put("name", stage.name());
            line.put(PROBABILITY, stage.probability().orElse(null));
            line.set("values", Json.texts(stage.values()));
        }
        return node;
    }

    /** Reads a pipeline; one that a person adds needs a name, an object, a field and stages with names only. */
    static PipelineEntry read(PlanNode node) {
        List<Stage> stages = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        for (PlanNode child : node.list("stages")) {
            Stage stage = stage(child);
            if (!stage.row().isEmpty() && !rows.add(stage.row())) {
                throw child.problem(ROW_STAGE, "is there twice in this pipeline: " + stage.row());
            }
            stages.add(stage);
        }
        if (stages.isEmpty()) {
            throw node.problem("stages", "must have one stage at least");
        }
        return new PipelineEntry(
                ObjectType.of(node.text("object")),
                node.text("field"),
                node.has(ROW_PIPELINE) ? node.text(ROW_PIPELINE) : "",
                node.text("name"),
                node.has(PROBABILITY) && node.flag(PROBABILITY),
                stages);
    }

    private static Stage stage(PlanNode node) {
        Optional<Integer> probability =
                node.has(PROBABILITY) ? Optional.of(node.number(PROBABILITY)) : Optional.empty();
        if (probability.filter(percent -> percent < 0 || percent > 100).isPresent()) {
            throw node.problem(PROBABILITY, "must be a percentage from 0 to 100");
        }
        if (node.text("name").isBlank()) {
            throw node.problem("name", "must not be empty");
        }
        return new Stage(
                node.has(ROW_STAGE) ? node.text(ROW_STAGE) : "",
                node.text("name"),
                probability,
                node.has("values")
                        ? node.list("values").stream().map(PlanNode::text).toList()
                        : List.of());
    }

    /** Returns what is wrong with the table as a whole, with the path of each place. */
    static List<String> problems(List<PipelineEntry> entries) {
        List<String> problems = new ArrayList<>();
        Set<List<String>> rows = new HashSet<>();
        TreeMap<String, Boolean> probabilities = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            PipelineEntry entry = entries.get(i);
            String path = "pipelines[" + i + "].";
            if (!entry.row().isEmpty() && !rows.add(List.of(entry.object().name(), entry.row()))) {
                problems.add(path + ROW_PIPELINE + " is there twice: " + entry.row());
            }
            Boolean other = probabilities.putIfAbsent(entry.object() + " " + entry.name(), entry.probability());
            if (other != null && other != entry.probability()) {
                problems.add(path + PROBABILITY + " must be the same wherever the name is " + entry.name());
            }
        }
        return problems;
    }
}
