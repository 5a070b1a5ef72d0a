package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person decides about a migration, with names and labels only. Everything that is merely computed from it
 * (counts, costs, questions) stands beside it in the file, not in here.
 *
 * @param source the source platform
 * @param destination the destination platform
 * @param account the destination account that the plan is for
 * @param choices what the customer decides
 * @param owners what becomes of every owner that the data name, by e-mail address
 * @param valueMaps what values become
 * @param pipelines what the destination's pipelines are called, and their stages in order
 * @param mappings the rows
 * @param fields what becomes of the fields that no row reads
 */
record PlanDocument(
        String source,
        String destination,
        String account,
        List<ChoiceEntry> choices,
        Map<String, String> owners,
        List<ValueMapEntry> valueMaps,
        List<PipelineEntry> pipelines,
        List<MappingEntry> mappings,
        List<FieldEntry> fields) {

    /** Returns a plan in which nothing was said yet about fields that no row reads; its pipelines are those of the rows. */
    PlanDocument(
            String source,
            String destination,
            String account,
            List<ChoiceEntry> choices,
            Map<String, String> owners,
            List<ValueMapEntry> valueMaps,
            List<MappingEntry> mappings) {
        this(
                source,
                destination,
                account,
                choices,
                owners,
                valueMaps,
                PipelineTable.proposed(mappings, valueMaps),
                mappings,
                List.of());
    }

    PlanDocument {
        fields = List.copyOf(fields);
        choices = List.copyOf(choices);
        owners = Collections.unmodifiableMap(new TreeMap<>(owners));
        valueMaps = List.copyOf(valueMaps);
        pipelines = List.copyOf(pipelines);
        mappings = List.copyOf(mappings);
    }

    /** Returns the answer to a choice, or empty text while it is open. */
    String answer(String choice) {
        return choices.stream()
                .filter(entry -> entry.name().equals(choice))
                .findFirst()
                .flatMap(ChoiceEntry::answer)
                .orElse("");
    }

    /** Returns this plan with another answer to a choice. */
    PlanDocument answering(String choice, String answer) {
        List<ChoiceEntry> answered = choices.stream()
                .map(entry -> entry.name().equals(choice)
                        ? new ChoiceEntry(entry.name(), entry.question(), entry.options(), Optional.of(answer))
                        : entry)
                .toList();
        return new PlanDocument(source, destination, account, answered, owners, valueMaps, pipelines, mappings, fields);
    }

    /** Returns this plan with what becomes of fields that no row reads, and the value maps that this needs as well. */
    PlanDocument withFields(List<FieldEntry> entries, List<ValueMapEntry> more) {
        List<ValueMapEntry> maps = new ArrayList<>(valueMaps);
        maps.addAll(more);
        return new PlanDocument(source, destination, account, choices, owners, maps, pipelines, mappings, entries);
    }

    /** Returns this plan with other pipelines. */
    PlanDocument withPipelines(List<PipelineEntry> table) {
        return new PlanDocument(source, destination, account, choices, owners, valueMaps, table, mappings, fields);
    }

    /** Returns this plan with another table of owners. */
    PlanDocument withOwners(Map<String, String> table) {
        return new PlanDocument(source, destination, account, choices, table, valueMaps, pipelines, mappings, fields);
    }

    /** Returns this plan without the owners about whom nothing was decided, and without why something was proposed. */
    PlanDocument withDecisionsOnly() {
        Map<String, String> decided = new TreeMap<>(owners);
        decided.values().removeIf(String::isEmpty);
        List<FieldEntry> bare = fields.stream()
                .map(entry -> entry.withEvidence(Optional.empty()))
                .toList();
        return new PlanDocument(source, destination, account, choices, decided, valueMaps, pipelines, mappings, bare);
    }

    Optional<MappingEntry> mapping(String name) {
        return mappings.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** A choice and its answer; empty while it is open. */
    record ChoiceEntry(String name, String question, List<String> options, Optional<String> answer) {}

    /** A value map; a value that becomes empty text is left out on purpose. */
    record ValueMapEntry(String name, List<String> targets, Map<String, String> entries) {
        ValueMapEntry {
            targets = List.copyOf(targets);
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * A row with its parts.
     *
     * @param proposal marks what the mapping proposed: if the parts still give this mark, no person has edited them
     */
    record MappingEntry(
            String name,
            int row,
            String title,
            Fidelity fidelity,
            List<Loss> losses,
            List<MappingPart> parts,
            String proposal) {
        MappingEntry {
            losses = List.copyOf(losses);
            parts = List.copyOf(parts);
        }
    }
}
