package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.UnmappedValueException;
import dev.crmmigration.engine.internal.expression.ValueMaps;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts in how many records every value occurs that a value map is asked for, and finds those that it lacks. */
public final class ValueMapSurvey {

    private final ValueMaps maps;
    private final Drafter drafter;
    private final Map<String, Map<String, Long>> occurrences = new TreeMap<>();
    private final Map<String, Map<String, String>> spellings = new HashMap<>();
    private final Map<String, Map<String, Long>> misses = new TreeMap<>();

    public ValueMapSurvey(ValueMaps maps, Drafter drafter) {
        this.maps = maps;
        this.drafter = drafter;
    }

    /** Looks at every record of every object that a value map is asked about. */
    public void look(Snapshot snapshot, PlanFile plan) {
        Map<ObjectType, Set<Expression.MapValue>> uses = new TreeMap<>();
        plan.expressions().forEach((from, expressions) -> expressions.forEach(one -> collect(one, from, uses)));
        uses.forEach((object, maps) -> snapshot.forEach(object, record -> maps.forEach(map -> count(map, record))));
    }

    private static void collect(
            Expression expression, ObjectType from, Map<ObjectType, Set<Expression.MapValue>> uses) {
        if (expression instanceof Expression.MapValue map) {
            uses.computeIfAbsent(from, object -> new LinkedHashSet<>()).add(map);
        }
        expression.children().forEach(child -> collect(child, from, uses));
        if (expression instanceof Expression.Related related) {
            collect(related.on(), related.object(), uses);
            collect(related.where(), related.object(), uses);
            collect(related.each(), related.object(), uses);
            related.orderBy().forEach(order -> collect(order, related.object(), uses));
        }
    }

    private void count(Expression.MapValue map, CrmRecord record) {
        try {
            Object value = drafter.value(map.value(), record);
            List<?> items = value instanceof List<?> list
                    ? list
                    : Optional.ofNullable(value).stream().toList();
            items.stream()
                    .map(ValueText::of)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> count(map.valueMap(), text));
        } catch (UnmappedValueException | MappingFailedException e) {
            // What cannot be evaluated here is held, with its reason, where its draft is made.
            return;
        }
    }

    private void count(String map, String value) {
        add(occurrences, map, ValueMaps.normal(value));
        if (maps.lookup(map, value).isEmpty()) {
            add(misses, map, spelling(map, value));
        }
    }

    /** Several spellings of one value are one question, in the spelling that was seen first. */
    private String spelling(String map, String value) {
        return spellings
                .computeIfAbsent(map, name -> new HashMap<>())
                .computeIfAbsent(ValueMaps.normal(value), normal -> value);
    }

    private static void add(Map<String, Map<String, Long>> counts, String map, String value) {
        counts.computeIfAbsent(map, name -> new TreeMap<>()).merge(value, 1L, Long::sum);
    }

    /** Counts the records with a value, whatever its spelling. */
    public long occurrences(String map, String value) {
        return occurrences.getOrDefault(map, Map.of()).getOrDefault(ValueMaps.normal(value), 0L);
    }

    /** Returns the values that a map lacks, with the number of records that have them, by map. */
    public Map<String, Map<String, Long>> misses() {
        return misses;
    }
}
