package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.plan.PipelineEntry.Stage;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pipelines of a plan. The rows propose them by what they need of the schema; what a person makes of them, names, order
 * and probabilities, is what is made, and where the rows' values go.
 */
final class PipelineTable {

    private static final Expression NOTHING = new Expression.Constant(null);

    private PipelineTable() {}

    /** Returns what the rows propose, in their order. */
    static List<PipelineEntry> proposed(List<MappingEntry> mappings, List<ValueMapEntry> maps) {
        StageValues values = new StageValues(mappings, maps);
        Map<List<String>, List<SchemaElement>> stages = new LinkedHashMap<>();
        Set<List<String>> withProbability = new HashSet<>();
        elements(mappings).forEach(element -> {
            List<String> key = List.of(element.object().name(), pipeline(element));
            if (element.kind() == SchemaKind.STAGE) {
                stages.computeIfAbsent(key, pipeline -> new ArrayList<>()).add(element);
            } else if (element.properties()
                    .getOrDefault(SchemaKind.DEAL_PROBABILITY, "false")
                    .equals("true")) {
                withProbability.add(key);
            }
        });
        List<PipelineEntry> entries = new ArrayList<>();
        stages.forEach((key, elements) -> entries.add(entry(elements, withProbability.contains(key), values)));
        return List.copyOf(entries);
    }

    private static PipelineEntry entry(List<SchemaElement> stages, boolean probability, StageValues values) {
        SchemaElement first = stages.get(0);
        String field = first.properties().getOrDefault(SchemaKind.OF_FIELD, "");
        String name = pipeline(first);
        Map<String, Stage> byName = new LinkedHashMap<>();
        for (SchemaElement stage : stages) {
            String label = stage.label();
            byName.putIfAbsent(
                    label,
                    new Stage(
                            label,
                            label,
                            Optional.ofNullable(stage.properties().get(SchemaKind.PROBABILITY))
                                    .map(Integer::valueOf),
                            values.of(first.object(), field, name + " / " + label)));
        }
        return new PipelineEntry(first.object(), field, name, name, probability, List.copyOf(byName.values()));
    }

    private static List<SchemaElement> elements(List<MappingEntry> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.parts().stream())
                .flatMap(part -> part.schema().stream())
                .filter(element -> element.kind() == SchemaKind.PIPELINE || element.kind() == SchemaKind.STAGE)
                .toList();
    }

    private static String pipeline(SchemaElement element) {
        return element.kind() == SchemaKind.PIPELINE
                ? element.label()
                : element.properties().getOrDefault(SchemaKind.OF_PIPELINE, "");
    }

    /** Returns what the rows propose with what a person has decided about it: their names, their order, what they added. */
    static List<PipelineEntry> merged(List<PipelineEntry> proposed, List<PipelineEntry> known) {
        List<PipelineEntry> merged = new ArrayList<>();
        for (PipelineEntry entry : known) {
            if (entry.row().isEmpty()) {
                merged.add(entry);
                continue;
            }
            find(proposed, entry).ifPresent(fresh -> merged.add(merged(fresh, entry)));
        }
        proposed.stream().filter(fresh -> find(known, fresh).isEmpty()).forEach(merged::add);
        return List.copyOf(merged);
    }

    private static Optional<PipelineEntry> find(List<PipelineEntry> entries, PipelineEntry like) {
        return entries.stream()
                .filter(entry -> entry.isOf(like.object(), like.row()))
                .findFirst();
    }

    private static PipelineEntry merged(PipelineEntry fresh, PipelineEntry known) {
        Map<String, Stage> open = new LinkedHashMap<>();
        fresh.stages().forEach(stage -> open.put(stage.row(), stage));
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : known.stages()) {
            if (stage.row().isEmpty()) {
                stages.add(stage);
                continue;
            }
            Stage proposal = open.remove(stage.row());
            if (proposal != null) {
                stages.add(new Stage(stage.row(), stage.name(), stage.probability(), proposal.values()));
            }
        }
        stages.addAll(open.values());
        return new PipelineEntry(fresh.object(), fresh.field(), fresh.row(), known.name(), known.probability(), stages);
    }

    /** Returns what the account needs for them: each pipeline before its stages, each once. */
    static List<SchemaElement> schema(List<PipelineEntry> entries) {
        Map<List<String>, SchemaElement> elements = new LinkedHashMap<>();
        entries.stream()
                .flatMap(entry -> entry.schema().stream())
                .forEach(element -> elements.putIfAbsent(
                        List.of(element.kind().name(), element.object().name(), pipeline(element), element.label()),
                        element));
        return List.copyOf(elements.values());
    }

    /** Tells of an element that a row needs whether the table says what becomes of it. */
    static Predicate<SchemaElement> covers(List<PipelineEntry> entries) {
        return element -> (element.kind() == SchemaKind.PIPELINE || element.kind() == SchemaKind.STAGE)
                && entries.stream().anyMatch(entry -> entry.isOf(element.object(), pipeline(element)));
    }

    /** Returns the mapping of a field with the names that the table gives to the stages that the rows name. */
    static FieldMapping named(List<PipelineEntry> entries, ObjectType to, FieldMapping field) {
        Set<Expression.When> branches = new LinkedHashSet<>();
        for (PipelineEntry entry : entries) {
            if (entry.object().equals(to) && entry.field().equals(field.target())) {
                entry.stages().stream()
                        .filter(stage -> !stage.row().isEmpty()
                                && !entry.pathOfRow(stage).equals(entry.path(stage)))
                        .forEach(stage -> branches.add(new Expression.When(
                                Expression.call("eq", field.value(), Expression.constant(entry.pathOfRow(stage))),
                                Expression.constant(entry.path(stage)))));
            }
        }
        if (branches.isEmpty() || field.value().equals(NOTHING)) {
            return field;
        }
        return new FieldMapping(
                field.target(),
                new Expression.Case(List.copyOf(branches), field.value()),
                field.ifMissing(),
                field.adds(),
                field.ifEdited());
    }
}
