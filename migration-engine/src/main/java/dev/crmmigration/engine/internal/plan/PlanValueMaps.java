package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.plan.PlanDocument.ValueMapEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The value maps of a plan, and how often every value was looked up. Not thread-safe. */
public final class PlanValueMaps implements ValueMaps {

    private final Map<String, Map<String, String>> maps = new HashMap<>();
    private final Map<String, Map<String, Long>> occurrences = new TreeMap<>();
    private final Map<String, Map<String, String>> spellings = new HashMap<>();
    private final Map<String, Map<String, Long>> misses = new TreeMap<>();

    PlanValueMaps(PlanDocument plan) {
        for (ValueMapEntry entry : plan.valueMaps()) {
            Map<String, String> map = new HashMap<>();
            entry.entries().forEach((value, target) -> map.put(ValueMaps.normal(value), target));
            maps.put(entry.name(), map);
        }
    }

    @Override
    public Optional<String> lookup(String map, String value) {
        String key = ValueMaps.normal(value);
        Optional<String> found =
                Optional.ofNullable(maps.getOrDefault(map, Map.of()).get(key));
        count(occurrences, map, key);
        if (found.isEmpty()) {
            count(misses, map, spelling(map, key, value));
        }
        return found;
    }

    /** Several spellings of one value are one question, in the spelling that was seen first. */
    private String spelling(String map, String key, String value) {
        return spellings.computeIfAbsent(map, name -> new HashMap<>()).computeIfAbsent(key, normal -> value.strip());
    }

    private static void count(Map<String, Map<String, Long>> counts, String map, String value) {
        counts.computeIfAbsent(map, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }

    /** Counts how often a value was looked up, whatever its spelling. */
    public long occurrences(String map, String value) {
        return occurrences.getOrDefault(map, Map.of()).getOrDefault(ValueMaps.normal(value), 0L);
    }

    /** Returns the values that a map lacks, with how often they were looked up, by map. */
    public Map<String, Map<String, Long>> misses() {
        return misses;
    }
}
