package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares as the engine does: what the platform holds for a value with what it holds for the one that came back. */
final class Comparison {

    private final Probe probe;
    private final ObjectType type;

    Comparison(Probe probe, ObjectType type) {
        this.probe = probe;
        this.type = type;
    }

    /** Returns the fields that were sent and are not held as they were; one that was cleared must be empty. */
    Set<String> changed(Map<String, FieldValue> sent, CrmRecord read) {
        return different(sent, read.fields(), sent.keySet());
    }

    /** Returns the fields in which two images differ, of those that only people and we change. */
    Set<String> different(CrmRecord one, CrmRecord other) {
        Set<String> keys = new TreeSet<>(one.fields().keySet());
        keys.addAll(other.fields().keySet());
        keys.removeIf(key -> has(key, field -> field.access() == Access.COMPUTED));
        return different(one.fields(), other.fields(), keys);
    }

    private Set<String> different(Map<String, FieldValue> one, Map<String, FieldValue> other, Set<String> keys) {
        Map<String, Object> first = probe.canonical(type, one);
        Map<String, Object> second = probe.canonical(type, other);
        Set<String> different = new TreeSet<>(keys);
        different.removeIf(key -> Objects.equals(first.get(key), second.get(key)));
        return different;
    }

    boolean has(String key, Predicate<FieldDescription> what) {
        return probe.object(type).field(key).filter(what).isPresent();
    }

    /** Returns what an update may write of an image. */
    Map<String, FieldValue> writable(CrmRecord image) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(image.fields());
        fields.keySet().removeIf(key -> !has(key, field -> field.access() == Access.WRITABLE));
        return fields;
    }
}
