package dev.crmmigration.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a simulated account holds at one moment, by its own state endpoint: a witness who knows nothing of the engine.
 *
 * @param records by {@code object/id}
 */
record Books(Map<String, JsonNode> records) {

    static final Books EMPTY = new Books(Map.of());

    /** Users are not ours to give back. */
    private static final Set<String> LEFT_OUT = Set.of("users", "deleted");

    /** A write may move the time of its neighbours. */
    private static final List<String> MOVING = List.of("update_time", "modified");

    static Books of(JsonNode state) {
        Map<String, JsonNode> records = new TreeMap<>();
        for (Map.Entry<String, JsonNode> object : state.properties()) {
            if (!LEFT_OUT.contains(object.getKey())) {
                for (JsonNode record : object.getValue()) {
                    records.put(object.getKey() + "/" + key(record), withoutMoving(record));
                }
            }
        }
        return new Books(records);
    }

    private static String key(JsonNode record) {
        return record.hasNonNull("id")
                ? record.path("id").asText()
                : record.path("field_code").asText();
    }

    private static JsonNode withoutMoving(JsonNode record) {
        ObjectNode copy = record.deepCopy();
        return copy.remove(MOVING);
    }

    /** Returns one sentence for each record that is new, gone or different. */
    List<String> changesTo(Books later) {
        Map<String, String> changes = new LinkedHashMap<>();
        records.forEach((key, record) -> {
            JsonNode now = later.records.get(key);
            if (now == null) {
                changes.put(key, key + " is gone");
            } else if (!now.equals(record)) {
                changes.put(key, key + " is different");
            }
        });
        later.records.keySet().stream()
                .filter(key -> !records.containsKey(key))
                .forEach(key -> changes.put(key, key + " is new"));
        return new ArrayList<>(changes.values());
    }
}
