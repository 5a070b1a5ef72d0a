package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.engine.internal.plan.PlanDocument.ChoiceEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.MappingEntry;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.value.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a plan from the mappings of a pair of platforms, or brings an existing one up to date: a person's decisions stay,
 * everything that no person has touched is proposed anew.
 */
final class Proposal {

    private final List<ObjectMapping> mappings;
    private final List<Choice> choices;
    private final Map<String, String> policies;
    private final List<String> problems = new ArrayList<>();

    /** @param choices what the destination asks whatever is migrated */
    Proposal(List<ObjectMapping> mappings, List<Choice> choices, Map<String, String> policies) {
        this.choices = choices;
        this.mappings = mappings.stream()
                .sorted(Comparator.comparing((ObjectMapping mapping) -> mapping.row() == 0)
                        .thenComparing(ObjectMapping::row)
                        .thenComparing(ObjectMapping::name))
                .toList();
        this.policies = policies;
    }

    /** Returns what a person has to settle before the plan can be used. */
    List<String> problems() {
        return problems;
    }

    /**
     * Proposes the plan.
     *
     * @param head the platforms and the account
     * @param known the plan that a person may have edited, if there is one
     * @param contexts gives the mapping context for the answers that count
     */
    PlanDocument propose(
            PlanDocument head,
            Optional<PlanDocument> known,
            Function<Function<String, String>, MappingContext> contexts) {
        List<ChoiceEntry> choices = choices(known);
        PlanDocument answered = new PlanDocument(
                head.source(), head.destination(), head.account(), choices, Map.of(), List.of(), List.of());
        MappingContext context = contexts.apply(answered::answer);
        List<MappingEntry> entries = new ArrayList<>();
        List<ValueMapEntry> maps = new ArrayList<>();
        for (ObjectMapping mapping : mappings) {
            entries.add(mapping(mapping, context, known));
            mapping.valueMaps(context).forEach(map -> maps.add(valueMap(map, known)));
        }
        Map<String, String> owners = known.map(PlanDocument::owners).orElse(Map.of());
        PlanDocument proposed =
                new PlanDocument(head.source(), head.destination(), head.account(), choices, owners, maps, entries);
        return known.map(plan -> proposed.withPipelines(PipelineTable.merged(proposed.pipelines(), plan.pipelines())))
                .orElse(proposed);
    }

    private List<ChoiceEntry> choices(Optional<PlanDocument> known) {
        Map<String, ChoiceEntry> entries = new LinkedHashMap<>();
        for (Choice choice : all()) {
            entries.putIfAbsent(choice.name(), choice(choice, known));
        }
        return List.copyOf(entries.values());
    }

    /** Tells whether a person or the configuration has made a choice. */
    boolean isDecided(String choice, Optional<PlanDocument> known) {
        return policies.containsKey(choice)
                || known.map(plan -> plan.answer(choice))
                        .filter(answer -> !answer.isEmpty())
                        .isPresent();
    }

    /** Returns every choice that the plan asks: the engine's, the destination's, then those of the mappings. */
    List<Choice> all() {
        List<Choice> all = new ArrayList<>(Policies.CHOICES);
        all.addAll(choices);
        mappings.forEach(mapping -> all.addAll(mapping.choices()));
        return all;
    }

    private ChoiceEntry choice(Choice choice, Optional<PlanDocument> known) {
        Optional<String> decided = known.map(plan -> plan.answer(choice.name())).filter(answer -> !answer.isEmpty());
        Optional<String> answer = decided.or(() -> Optional.ofNullable(policies.get(choice.name())))
                .or(choice::proposed);
        return new ChoiceEntry(choice.name(), choice.question(), choice.options(), answer);
    }

    /** Returns the policies that do not count because the plan says otherwise, a sentence each. */
    List<String> overruled(PlanDocument plan) {
        return policies.entrySet().stream()
                .filter(policy -> !plan.answer(policy.getKey()).equals(policy.getValue()))
                .map(policy -> "policy " + policy.getKey() + " is '" + policy.getValue()
                        + "', but plan.json says '" + plan.answer(policy.getKey())
                        + "', which counts; plan afresh to take the policy")
                .toList();
    }

    /** Returns the names that a policy of the configuration may have. */
    List<String> policyNames() {
        return all().stream().map(Choice::name).distinct().sorted().toList();
    }

    private MappingEntry mapping(ObjectMapping mapping, MappingContext context, Optional<PlanDocument> known) {
        List<MappingPart> proposed = mapping.define(context);
        String mark = mark(proposed);
        Optional<MappingEntry> edited = known.flatMap(plan -> plan.mapping(mapping.name()))
                .filter(entry -> !mark(entry.parts()).equals(entry.proposal()));
        if (edited.isPresent() && !edited.get().proposal().equals(mark)) {
            problems.add("mappings: " + mapping.name() + " was edited by hand, and its proposal has changed since."
                    + " Remove it from the file to take the new proposal, or set its \"proposal\" to \"" + mark
                    + "\" to keep the edit");
        }
        return new MappingEntry(
                mapping.name(),
                mapping.row(),
                mapping.title(),
                mapping.fidelity(),
                mapping.losses(),
                edited.map(MappingEntry::parts).orElse(proposed),
                edited.map(MappingEntry::proposal).orElse(mark));
    }

    private static ValueMapEntry valueMap(ValueMap map, Optional<PlanDocument> known) {
        Map<String, String> entries = new LinkedHashMap<>(map.entries());
        known.stream()
                .flatMap(plan -> plan.valueMaps().stream())
                .filter(entry -> entry.name().equals(map.name()))
                .forEach(entry -> entries.putAll(entry.entries()));
        return new ValueMapEntry(map.name(), map.targets(), entries);
    }

    private static String mark(List<MappingPart> parts) {
        return Sha256.of(Json.compact(PlanJson.parts(parts))).substring(0, 16);
    }
}
