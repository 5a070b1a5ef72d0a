package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.connector.pipedrive.AccountLists.ActivityType;
import dev.crmmigration.connector.pipedrive.AccountLists.Filter;
import dev.crmmigration.connector.pipedrive.AccountLists.Pipeline;
import dev.crmmigration.connector.pipedrive.AccountLists.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the account's schema holds, each list read once: so that making sure of hundreds of options costs one list. What
 * is made is added; a call of which it is not known what became of it makes all be read anew. Not thread-safe.
 */
final class SchemaCache {

    private final AccountLists lists;
    private final Map<PipedriveObject, List<RemoteField>> fields = new EnumMap<>(PipedriveObject.class);
    private final Map<String, Map<String, String>> fieldNumbers = new HashMap<>();
    private @Nullable List<Pipeline> pipelines;
    private @Nullable List<Stage> stages;
    private @Nullable List<ActivityType> activityTypes;
    private @Nullable List<Filter> filters;
    private @Nullable List<Option> leadLabels;

    SchemaCache(AccountLists lists) {
        this.lists = lists;
    }

    void forget() {
        fields.clear();
        fieldNumbers.clear();
        pipelines = null;
        stages = null;
        activityTypes = null;
        filters = null;
        leadLabels = null;
    }

    List<RemoteField> fields(PipedriveObject object) {
        return fields.computeIfAbsent(object, wanted -> new ArrayList<>(lists.fields(wanted)));
    }

    void forgetFields(PipedriveObject object) {
        fields.remove(object);
    }

    /** Reads one field anew, which is much cheaper than all. */
    void refresh(PipedriveObject object, RemoteField field) {
        Optional<RemoteField> now = lists.field(object, field.code());
        List<RemoteField> known = fields(object);
        known.removeIf(old -> old.code().equals(field.code()) && now.isEmpty());
        known.replaceAll(old -> old.code().equals(field.code()) ? now.orElse(old) : old);
    }

    /**
     * Returns the number by which v1 names a field; lists anew once, if the field is newer than the list.
     *
     * @param fields such as {@code personField}
     */
    Optional<String> fieldNumber(String fields, String code) {
        Map<String, String> known = fieldNumbers.get(fields);
        if (known == null || !known.containsKey(code)) {
            known = lists.fieldNumbers(fields);
            fieldNumbers.put(fields, known);
        }
        return Optional.ofNullable(known.get(code));
    }

    List<Pipeline> pipelines() {
        List<Pipeline> known = pipelines == null ? new ArrayList<>(lists.pipelines()) : pipelines;
        pipelines = known;
        return known;
    }

    List<Stage> stages() {
        List<Stage> known = stages == null ? new ArrayList<>(lists.stages()) : stages;
        stages = known;
        return known;
    }

    void forgetPipelines() {
        pipelines = null;
    }

    /** A new pipeline may come with stages of its own; which is not documented. */
    void forgetStages() {
        stages = null;
    }

    List<ActivityType> activityTypes() {
        List<ActivityType> known = activityTypes == null ? new ArrayList<>(lists.activityTypes()) : activityTypes;
        activityTypes = known;
        return known;
    }

    void forgetActivityTypes() {
        activityTypes = null;
    }

    List<Option> leadLabels() {
        List<Option> known =
                leadLabels == null ? new ArrayList<>(lists.leadLabels().orElse(List.of())) : leadLabels;
        leadLabels = known;
        return known;
    }

    void forgetLeadLabels() {
        leadLabels = null;
    }

    void forgetFilters() {
        filters = null;
    }

    List<Filter> filters() {
        List<Filter> known = filters == null ? new ArrayList<>(lists.filters()) : filters;
        filters = known;
        return known;
    }

    /** Returns the keys of all that is there. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (PipedriveObject object : PipedriveObject.values()) {
            if (object.hasCustomFields()) {
                fields(object).forEach(field -> addKeys(object, field, keys));
            }
        }
        pipelines().forEach(pipeline -> keys.add(SchemaKey.pipeline(pipeline.id())));
        stages().forEach(stage -> keys.add(SchemaKey.stage(stage.id())));
        activityTypes().stream()
                .filter(ActivityType::active)
                .forEach(type -> keys.add(SchemaKey.activityType(type.key())));
        leadLabels().forEach(label -> keys.add(SchemaKey.leadLabel(label.key())));
        filters().forEach(filter -> keys.add(SchemaKey.filter(filter.id())));
        return keys;
    }

    private static void addKeys(PipedriveObject object, RemoteField field, Set<String> keys) {
        if (field.custom()) {
            keys.add(SchemaKey.field(object, field.code()));
        }
        if (field.custom() || field.isLabels()) {
            field.options().forEach(option -> keys.add(SchemaKey.option(object, field.code(), option.key())));
        }
    }

    /** Finds by name: exactly, else without regard to case. */
    static <T> Optional<T> named(List<T> list, Function<T, String> name, String wanted) {
        String text = wanted.strip();
        return list.stream()
                .filter(item -> name.apply(item).strip().equals(text))
                .findFirst()
                .or(() -> list.stream()
                        .filter(item -> name.apply(item).strip().equalsIgnoreCase(text))
                        .findFirst());
    }
}
