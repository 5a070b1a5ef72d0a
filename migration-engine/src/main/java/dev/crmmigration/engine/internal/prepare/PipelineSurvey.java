package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Draft;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how many records will be in each stage, and how they ended. */
public final class PipelineSurvey {

    /** The field in which platforms with deals that are won and lost outside of any stage say so. */
    private static final String STATUS = "status";

    private final Map<ObjectType, Optional<String>> stageFields = new TreeMap<>();
    private final Map<ObjectType, Map<String, Map<String, Long>>> counts = new TreeMap<>();

    /** @param account the account as it will be */
    public PipelineSurvey(Catalog account) {
        account.objects()
                .forEach(object -> stageFields.put(
                        object.type(),
                        object.fields().stream()
                                .filter(PipelineSurvey::hasStages)
                                .map(FieldDescription::key)
                                .findFirst()));
    }

    private static boolean hasStages(FieldDescription field) {
        return field.options().stream().map(Option::group).anyMatch(Optional::isPresent);
    }

    /** Looks at one draft. */
    public void look(Draft draft) {
        stageFields
                .getOrDefault(draft.to(), Optional.empty())
                .flatMap(field -> text(draft, field))
                .ifPresent(stage -> counts.computeIfAbsent(draft.to(), object -> new TreeMap<>())
                        .computeIfAbsent(stage, path -> new TreeMap<>())
                        .merge(text(draft, STATUS).orElse(""), 1L, Long::sum));
    }

    private static Optional<String> text(Draft draft, String field) {
        return Optional.ofNullable(draft.fields().get(field))
                .map(value -> value.value().toString());
    }

    /** Returns, by stage ({@code pipeline / stage}), how many records have which status; empty text for none. */
    public Map<String, Map<String, Long>> counts(ObjectType object) {
        return counts.getOrDefault(object, Map.of());
    }
}
