package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.record.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A pipeline that the account must have, as the person who edits the plan wants it.
 *
 * @param field the field whose options are the stages
 * @param row what the rows call it; empty text for one that a person has added
 * @param name what the account calls it
 * @param probability whether its records have a probability of their own
 * @param stages in the order in which they are made
 */
record PipelineEntry(
        ObjectType object, String field, String row, String name, boolean probability, List<Stage> stages) {

    PipelineEntry {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a pipeline needs a name");
        }
        stages = List.copyOf(stages);
    }

    /**
     * A stage.
     *
     * @param row what the rows call it; empty text for one that a person has added
     * @param name what the account calls it
     * @param probability in percent
     * @param values the values of the source that lead to it, as far as the expressions of the rows say
     */
    record Stage(String row, String name, Optional<Integer> probability, List<String> values) {
        Stage {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a stage needs a name");
            }
            if (probability.filter(percent -> percent < 0 || percent > 100).isPresent()) {
                throw new IllegalArgumentException("a probability is a percentage from 0 to 100");
            }
            values = List.copyOf(values);
        }
    }

    boolean isOf(ObjectType otherObject, String otherRow) {
        return object.equals(otherObject) && row.equals(otherRow);
    }

    /** Returns this pipeline with other stages. */
    PipelineEntry withStages(List<Stage> others) {
        return new PipelineEntry(object, field, row, name, probability, others);
    }

    /** Returns what the rows call a stage. */
    String pathOfRow(Stage stage) {
        return row + " / " + stage.row();
    }

    String path(Stage stage) {
        return name + " / " + stage.name();
    }

    /** Returns the pipeline, then its stages, as elements of the schema. */
    List<SchemaElement> schema() {
        List<SchemaElement> elements = new ArrayList<>();
        Map<String, String> properties = probability ? Map.of(SchemaKind.DEAL_PROBABILITY, "true") : Map.of();
        elements.add(new SchemaElement(object, SchemaKind.PIPELINE, name, properties, List.of()));
        stages.forEach(stage -> elements.add(element(stage)));
        return elements;
    }

    private SchemaElement element(Stage stage) {
        Map<String, String> properties =
                new TreeMap<>(Map.of(SchemaKind.OF_FIELD, field, SchemaKind.OF_PIPELINE, name));
        stage.probability().ifPresent(percent -> properties.put(SchemaKind.PROBABILITY, String.valueOf(percent)));
        return new SchemaElement(object, SchemaKind.STAGE, stage.name(), properties, List.of());
    }
}
