package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which values the fields of a snapshot hold; one pass per object, kept for as long as a plan is being made. */
public final class FieldValues {

    /** A field with more values than this is looked at again when somebody really wants them all. */
    private static final int KEPT = 2_000;

    private final Snapshot snapshot;
    private final Map<ObjectType, Map<String, Tally>> tallies = new HashMap<>();

    public FieldValues(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Counts the records that have a value in a field. */
    public long filled(ObjectType type, String field) {
        Tally tally = of(type).get(field);
        return tally == null ? 0 : tally.filled;
    }

    /** Returns the fields that have a value somewhere, with how often. */
    public Map<String, Long> filled(ObjectType type) {
        Map<String, Long> filled = new TreeMap<>();
        of(type).forEach((field, tally) -> filled.put(field, tally.filled));
        return filled;
    }

    /** Returns the distinct values of a field as text, sorted; of lists, the distinct items. */
    public List<String> distinct(ObjectType type, String field) {
        Tally tally = of(type).get(field);
        if (tally == null) {
            return List.of();
        }
        if (tally.values.size() <= KEPT) {
            return List.copyOf(tally.values);
        }
        TreeSet<String> all = new TreeSet<>();
        snapshot.forEach(type, record -> record.value(field).ifPresent(value -> addAll(value, all)));
        return List.copyOf(all);
    }

    /** Returns some distinct values of a field as text, sorted; few enough to look at without another pass. */
    public List<String> some(ObjectType type, String field, int most) {
        Tally tally = of(type).get(field);
        return tally == null ? List.of() : tally.values.stream().limit(most).toList();
    }

    private Map<String, Tally> of(ObjectType type) {
        return tallies.computeIfAbsent(type, object -> {
            Map<String, Tally> fields = new TreeMap<>();
            snapshot.forEach(object, record -> add(record, fields));
            return fields;
        });
    }

    private static void add(CrmRecord record, Map<String, Tally> fields) {
        for (Map.Entry<String, FieldValue> entry : record.fields().entrySet()) {
            entry.getValue()
                    .value()
                    .ifPresent(value -> fields.computeIfAbsent(entry.getKey(), key -> new Tally())
                            .add(value));
        }
    }

    private static void addAll(Object value, Set<String> values) {
        if (value instanceof List<?> list) {
            list.forEach(item -> values.add(ValueText.of(item)));
        } else {
            values.add(ValueText.of(value));
        }
    }

    private static final class Tally {
        private final TreeSet<String> values = new TreeSet<>();
        private long filled;

        private void add(Object value) {
            filled++;
            if (values.size() <= KEPT) {
                addAll(value, values);
            }
        }
    }
}
