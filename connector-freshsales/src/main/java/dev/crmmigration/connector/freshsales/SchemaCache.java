package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.Option;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The schema of the account, read when first needed. Not thread-safe. */
final class SchemaCache {

    private final AccountLists lists;
    private final Map<FreshsalesObject, List<RemoteField>> fields = new EnumMap<>(FreshsalesObject.class);
    private @Nullable List<AccountLists.Pipeline> pipelines;
    private @Nullable List<Option> activityTypes;

    SchemaCache(AccountLists lists) {
        this.lists = lists;
    }

    static String fieldKey(FreshsalesObject object, String name) {
        return object.envelope() + ".field:" + name;
    }

    static String optionKey(FreshsalesObject object, String name, String choice) {
        return object.envelope() + ".option:" + name + ":" + choice;
    }

    static String pipelineKey(String id) {
        return "deal.pipeline:" + id;
    }

    static String stageKey(String id) {
        return "deal.stage:" + id;
    }

    static String typeKey(String id) {
        return "sales_activity.type:" + id;
    }

    void forget() {
        fields.clear();
        pipelines = null;
        activityTypes = null;
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (FreshsalesObject object : FreshsalesObject.values()) {
            if (object.hasFields()) {
                fields(object).forEach(field -> add(object, field, keys));
            }
        }
        pipelines().forEach(pipeline -> {
            keys.add(pipelineKey(pipeline.id()));
            pipeline.stages().keySet().forEach(stage -> keys.add(stageKey(stage)));
        });
        activityTypes().forEach(type -> keys.add(typeKey(type.key())));
        return keys;
    }

    private static void add(FreshsalesObject object, RemoteField field, Set<String> keys) {
        if (field.custom()) {
            keys.add(fieldKey(object, field.name()));
        }
        field.choices().forEach(choice -> keys.add(optionKey(object, field.name(), choice.key())));
    }

    List<RemoteField> fields(FreshsalesObject object) {
        return fields.computeIfAbsent(object, lists::fields);
    }

    List<AccountLists.Pipeline> pipelines() {
        List<AccountLists.Pipeline> known = pipelines;
        if (known == null) {
            known = lists.pipelines();
            pipelines = known;
        }
        return known;
    }

    List<Option> activityTypes() {
        List<Option> known = activityTypes;
        if (known == null) {
            known = AccountLists.options(lists.selected("sales_activity_types"));
            activityTypes = known;
        }
        return known;
    }
}
