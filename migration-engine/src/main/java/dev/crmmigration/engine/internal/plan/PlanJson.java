package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.engine.internal.plan.PlanDocument.ChoiceEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads and writes plan.json. Reading tells everything that is wrong at once, with its path in the file. */
final class PlanJson {

    private PlanJson() {}

    /** Returns the decisions as a tree: the part of the file that a person may edit. */
    static ObjectNode write(PlanDocument plan) {
        ObjectNode root = Json.object()
                .put("source", plan.source())
                .put("destination", plan.destination())
                .put("account", plan.account());
        ArrayNode choices = root.putArray("choices");
        plan.choices().forEach(choice -> choices.add(choice(choice)));
        ObjectNode owners = root.putObject("owners");
        plan.owners().forEach(owners::put);
        ArrayNode maps = root.putArray("valueMaps");
        plan.valueMaps().forEach(map -> maps.add(valueMap(map)));
        ArrayNode pipelines = root.putArray("pipelines");
        plan.pipelines().forEach(pipeline -> pipelines.add(PipelineJson.write(pipeline)));
        ArrayNode mappings = root.putArray("mappings");
        plan.mappings().forEach(mapping -> mappings.add(mapping(mapping)));
        ArrayNode fields = root.putArray("fields");
        plan.fields().forEach(field -> fields.add(FieldJson.write(field)));
        return root;
    }

    private static ObjectNode choice(ChoiceEntry choice) {
        ObjectNode node = Json.object().put("name", choice.name()).put("question", choice.question());
        node.set("options", Json.texts(choice.options()));
        return node.put("answer", choice.answer().orElse(null));
    }

    private static ObjectNode valueMap(ValueMapEntry map) {
        ObjectNode node = Json.object().put("name", map.name());
        node.set("targets", Json.texts(map.targets()));
        ObjectNode entries = node.putObject("entries");
        map.entries().forEach(entries::put);
        return node;
    }

    private static ObjectNode mapping(MappingEntry mapping) {
        ObjectNode node = Json.object()
                .put("name", mapping.name())
                .put("row", mapping.row())
                .put("title", mapping.title())
                .put("fidelity", mapping.fidelity().name());
        ArrayNode losses = node.putArray("losses");
        for (Loss loss : mapping.losses()) {
            losses.addObject()
                    .put("field", loss.field())
                    .put("reason", loss.reason())
                    .put("substitute", loss.substitute());
        }
        node.set("parts", parts(mapping.parts()));
        return node.put("proposal", mapping.proposal());
    }

    static ArrayNode parts(List<MappingPart> parts) {
        ArrayNode array = Json.array();
        parts.forEach(part -> array.add(PartJson.write(part)));
        return array;
    }

    /**
     * Reads the file.
     *
     * @throws ConfigurationException naming every place that is wrong
     */
    static PlanDocument read(String text) {
        try {
            return new Reader().read(new PlanNode(Json.parse(text), ""));
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("plan.json is not JSON: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }

    /** Goes on after a problem, so that all of them are known at the end. */
    private static final class Reader {
        private final List<String> problems = new ArrayList<>();

        PlanDocument read(PlanNode root) {
            List<ChoiceEntry> choices = all(root, "choices", this::choice);
            Map<String, String> owners = new LinkedHashMap<>();
            attempt(root, () -> owners.putAll(root.texts("owners")));
            List<ValueMapEntry> maps = all(root, "valueMaps", this::valueMap);
            Optional<List<PipelineEntry>> pipelines = pipelines(root);
            List<MappingEntry> mappings = all(root, "mappings", this::mapping);
            List<FieldEntry> fields = root.has("fields") ? all(root, "fields", FieldJson::read) : List.of();
            List<String> head = new ArrayList<>();
            attempt(
                    root,
                    () -> head.addAll(List.of(root.text("source"), root.text("destination"), root.text("account"))));
            if (!problems.isEmpty()) {
                throw new ConfigurationException("plan.json", problems);
            }
            return new PlanDocument(
                    head.get(0),
                    head.get(1),
                    head.get(2),
                    choices,
                    owners,
                    maps,
                    pipelines.orElseGet(() -> PipelineTable.proposed(mappings, maps)),
                    mappings,
                    fields);
        }

        /** A file from before there was a table of pipelines has none: then the rows say which there are. */
        private Optional<List<PipelineEntry>> pipelines(PlanNode root) {
            if (!root.has("pipelines")) {
                return Optional.empty();
            }
            int before = problems.size();
            List<PipelineEntry> entries = all(root, "pipelines", PipelineJson::read);
            if (problems.size() == before) {
                problems.addAll(PipelineJson.problems(entries));
            }
            return Optional.of(entries);
        }

        private ChoiceEntry choice(PlanNode node) {
            Optional<String> answer = node.has("answer") ? Optional.of(node.text("answer")) : Optional.empty();
            List<String> options =
                    node.list("options").stream().map(PlanNode::text).toList();
            if (answer.isPresent() && !options.isEmpty() && !options.contains(answer.get())) {
                throw node.problem("answer", "must be one of " + options + " but is " + answer.get());
            }
            return new ChoiceEntry(node.text("name"), node.text("question"), options, answer);
        }

        private ValueMapEntry valueMap(PlanNode node) {
            List<String> targets =
                    node.list("targets").stream().map(PlanNode::text).toList();
            Map<String, String> entries = node.texts("entries");
            entries.forEach((value, target) -> {
                if (!targets.isEmpty() && !target.isEmpty() && !targets.contains(target)) {
                    problems.add(node.path() + ".entries: a value becomes '" + target + "', but must become one of "
                            + targets + ", or \"\" to leave it out");
                }
            });
            return new ValueMapEntry(node.text("name"), targets, entries);
        }

        private MappingEntry mapping(PlanNode node) {
            List<Loss> losses = all(
                    node, "losses", loss -> new Loss(loss.text("field"), loss.text("reason"), loss.text("substitute")));
            return new MappingEntry(
                    node.text("name"),
                    node.number("row"),
                    node.text("title"),
                    node.oneOf("fidelity", Fidelity.class),
                    losses,
                    all(node, "parts", PartJson::read),
                    node.text("proposal"));
        }

        private <T> List<T> all(PlanNode node, String name, Function<PlanNode, T> reader) {
            List<T> found = new ArrayList<>();
            attempt(node, () -> node.list(name).forEach(child -> attempt(child, () -> found.add(reader.apply(child)))));
            return found;
        }

        /** Goes on after a problem; values that refuse what they are given say why. */
        private void attempt(PlanNode node, Runnable reading) {
            try {
                reading.run();
            } catch (PlanProblemException e) {
                problems.add(e.getMessage());
            } catch (IllegalArgumentException e) {
                problems.add(node.path() + ": " + e.getMessage());
            }
        }
    }
}
