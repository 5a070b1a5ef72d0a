package dev.crmmigration.engine.internal.draft;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The form in which values of one account are compared, and the hashes made of it. Thread-safe if the session is. */
public final class Canon {

    private final DestinationSession session;
    private final Map<ObjectType, Map<String, FieldDescription>> fields = new HashMap<>();

    public Canon(DestinationSession session, Catalog account) {
        this.session = session;
        for (ObjectDescription object : account.objects()) {
            fields.computeIfAbsent(object.type(), type -> byKey(object));
        }
    }

    private static Map<String, FieldDescription> byKey(ObjectDescription object) {
        return object.fields().stream()
                .collect(Collectors.toMap(FieldDescription::key, field -> field, (first, other) -> first));
    }

    /** Says what the platform will hold for a value of a field. */
    public Stored stored(ObjectType type, FieldDescription field, Object value) {
        return session.canonical(type, field, value);
    }

    /** Returns what the platform will hold for fields, by key; a field that holds nothing is left out. */
    public Map<String, FieldValue> of(ObjectType type, Map<String, FieldValue> values) {
        Map<String, FieldValue> canonical = new TreeMap<>();
        Map<String, FieldDescription> known = known(type);
        values.forEach((key, value) -> {
            FieldDescription field = known.get(key);
            if (field != null && value.value().isPresent()) {
                canonical.put(
                        key,
                        FieldValue.of(stored(type, field, value.value().get()).value()));
            }
        });
        return canonical;
    }

    private Map<String, FieldDescription> known(ObjectType type) {
        return fields.getOrDefault(type, Map.of());
    }

    /** Returns the hash of a record: of everything that only people and we change. */
    public String image(CrmRecord record) {
        ObjectType type = record.ref().type();
        return image(type, of(type, record.fields()));
    }

    /** Returns the hash of a record whose fields are in canonical form. */
    public String image(ObjectType type, Map<String, FieldValue> canonical) {
        Map<String, FieldDescription> known = known(type);
        Map<String, FieldValue> ours = new TreeMap<>(canonical);
        ours.keySet().removeIf(key -> {
            FieldDescription field = known.get(key);
            return field == null || field.access() == Access.COMPUTED;
        });
        return ValueCodec.hash(ours);
    }

    /** Returns the hash of what a record says about some fields. */
    public String fingerprint(ObjectType type, Map<String, FieldValue> values, Set<String> keys) {
        Map<String, FieldValue> some = new TreeMap<>(values);
        some.keySet().retainAll(keys);
        return ValueCodec.hash(of(type, some));
    }
}
