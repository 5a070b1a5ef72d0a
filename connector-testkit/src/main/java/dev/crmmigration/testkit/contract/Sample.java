package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record that the kit may create as often as it likes.
 *
 * <p>Values are those of a draft: options by label, users as {@code UserLink}, references as {@code Link(object, key)}: a
 * record that the kit makes from the first sample of that object, another one for every key. Custom fields are named by
 * label. {@code {n}} in a text or contact point becomes a number of its own for every record. Values that a person may
 * read in a report should be as long as real ones: the kit looks for them where they must not be.
 */
public final class Sample {

    private final ObjectType type;
    private final Map<String, Object> fields;
    private final Map<String, Object> changes;
    private final List<Wrong> wrongs;

    private Sample(Builder builder) {
        this.type = builder.type;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.changes));
        this.wrongs = List.copyOf(builder.wrongs);
    }

    /** A value that the platform refuses in a field. */
    record Wrong(String field, Object value) {}

    public static Builder of(String object) {
        return new Builder(ObjectType.of(object));
    }

    ObjectType type() {
        return type;
    }

    Map<String, Object> fields() {
        return fields;
    }

    Map<String, Object> changes() {
        return changes;
    }

    List<Wrong> wrongs() {
        return wrongs;
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final ObjectType type;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<String, Object> changes = new LinkedHashMap<>();
        private final List<Wrong> wrongs = new ArrayList<>();

        private Builder(ObjectType type) {
            this.type = type;
        }

        /** Gives the value that the record is created with. */
        public Builder set(String field, Object value) {
            Values.check(value);
            fields.put(field, value);
            return this;
        }

        /** Gives the value that an update writes; the first one should change no other field by itself. */
        public Builder change(String field, Object value) {
            Values.check(value);
            changes.put(field, value);
            return this;
        }

        /** Gives a value that the platform refuses in this field. */
        public Builder wrong(String field, Object value) {
            Values.check(value);
            wrongs.add(new Wrong(field, value));
            return this;
        }

        public Sample build() {
            if (fields.isEmpty() || changes.isEmpty()) {
                throw new IllegalArgumentException(
                        "the sample of " + type + " needs a field to create and one to change at least");
            }
            return new Sample(this);
        }
    }
}
