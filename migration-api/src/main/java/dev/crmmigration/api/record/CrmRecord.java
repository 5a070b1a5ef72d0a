package dev.crmmigration.api.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record of one platform: who it is, and what it says about its fields. Immutable.
 *
 * @param ref the record
 * @param fields by field key, in the platform's order; a field that is not here is absent
 */
public record CrmRecord(RecordRef ref, Map<String, FieldValue> fields) {

    public CrmRecord {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Builder builder(RecordRef ref) {
        return new Builder(ref);
    }

    public static Builder builder(String type, String id) {
        return new Builder(RecordRef.of(type, id));
    }

    /** Returns the value of a field, or empty if it is absent or cleared. */
    public Optional<Object> value(String field) {
        FieldValue value = fields.get(field);
        return value == null ? Optional.empty() : value.value();
    }

    /** Names the record but not its values, which are personal data. */
    @Override
    public String toString() {
        return "CrmRecord[" + ref + ", " + fields.size() + " fields]";
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final RecordRef ref;
        private final Map<String, FieldValue> fields = new LinkedHashMap<>();

        private Builder(RecordRef ref) {
            this.ref = ref;
        }

        /** Gives a field a value of the closed list in {@link Values}; the last value for a field counts. */
        public Builder put(String field, Object value) {
            fields.put(field, FieldValue.of(value));
            return this;
        }

        /** Says that a field is empty. */
        public Builder clear(String field) {
            fields.put(field, FieldValue.cleared());
            return this;
        }

        public CrmRecord build() {
            return new CrmRecord(ref, fields);
        }
    }
}
