package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pick-lists of system fields: those that Pipedrive fixes, and those that the account has as lists of its own. */
final class OptionLists {

    private static final Map<String, List<Option>> FIXED = Map.of(
            "deal.status", words("open", "won", "lost"),
            "person.marketing_status", words("no_consent", "unsubscribed", "subscribed", "archived"),
            "organizationRelationship.type", words("parent", "related"),
            "dealProduct.discount_type", words("percentage", "amount"),
            "dealProduct.tax_method", words("exclusive", "inclusive", "none"));

    private final Map<String, List<Option>> listed = new LinkedHashMap<>();
    private final Set<String> stagesWithProbability;

    private OptionLists(AccountLists lists, Map<String, AccountLists.Pipeline> pipelines, List<Option> leadLabels) {
        List<AccountLists.Stage> stages = lists.stages().stream()
                .filter(stage -> pipelines.containsKey(stage.pipelineId()))
                .toList();
        listed.put(
                "deal.stage_id",
                stages.stream().map(stage -> option(stage, pipelines)).toList());
        listed.put(
                "deal.currency",
                lists.currencies().stream().map(code -> Option.of(code, code)).toList());
        listed.put(
                "activity.type",
                lists.activityTypes().stream()
                        .filter(AccountLists.ActivityType::active)
                        .map(type -> Option.of(type.key(), type.name()))
                        .toList());
        listed.put("lead.label_ids", leadLabels);
        stagesWithProbability = stages.stream()
                .filter(stage -> Optional.ofNullable(pipelines.get(stage.pipelineId()))
                        .filter(AccountLists.Pipeline::probability)
                        .isPresent())
                .map(AccountLists.Stage::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    static OptionLists read(AccountLists lists, List<Option> leadLabels) {
        Map<String, AccountLists.Pipeline> pipelines = lists.pipelines().stream()
                .collect(Collectors.toMap(AccountLists.Pipeline::id, pipeline -> pipeline, (a, b) -> a));
        return new OptionLists(lists, pipelines, leadLabels);
    }

    private static List<Option> words(String... words) {
        return Stream.of(words).map(word -> Option.of(word, word)).toList();
    }

    private static Option option(AccountLists.Stage stage, Map<String, AccountLists.Pipeline> pipelines) {
        return new Option(
                stage.id(),
                stage.name(),
                Optional.ofNullable(pipelines.get(stage.pipelineId())).map(AccountLists.Pipeline::name));
    }

    /** Returns the pick-list of a field; empty if it has none of these. */
    Optional<List<Option>> of(PipedriveObject object, String field) {
        String name = object.type().name() + "." + field;
        return Optional.ofNullable(listed.getOrDefault(name, FIXED.get(name)));
    }

    /** Returns the stages of pipelines whose deals may have a probability of their own. */
    Set<String> stagesWithProbability() {
        return stagesWithProbability;
    }
}
