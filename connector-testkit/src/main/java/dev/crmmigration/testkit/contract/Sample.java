package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record that the kit may create as often as it likes.
 *
 * <p>Values are those of a draft: options by label, users as {@code UserLink}, references as {@code Link(object, key)}: a
 * record that the kit makes from the first sample of that object, another one for every key. Custom fields are named by
 * label. {@code {n}} in a text, a contact point or the key of a link becomes a number of its own for every record: use it
 * where the platform takes nothing twice, and in the texts of each sample, by which the kit tells its records apart.
 */
public final class Sample {

    private final ObjectType type;
    private final Map<String, Object> fields;
    private final Map<String, Object> changes;
    private final List<Wrong> wrongs;
    private final Optional<File> file;

    private Sample(Builder builder) {
        this.type = builder.type;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
        this.changes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.changes));
        this.wrongs = List.copyOf(builder.wrongs);
        this.file = builder.file;
    }

    /** A file that hangs on a record. */
    record File(Link parent, String name, String text) {}

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

    /** Returns the file, if this is one and not a record. */
    Optional<File> file() {
        return file;
    }

    /** Not thread-safe. */
    public static final class Builder {
        private final ObjectType type;
        private final Map<String, Object> fields = new LinkedHashMap<>();
        private final Map<String, Object> changes = new LinkedHashMap<>();
        private final List<Wrong> wrongs = new ArrayList<>();
        private Optional<File> file = Optional.empty();

        private Builder(ObjectType type) {
            this.type = type;
        }

        /** Gives the value that the record is created with. */
        public Builder set(String field, Object value) {
            Values.check(value);
            fields.put(field, value);
            return this;
        }

        /** Gives a value that an update writes; the first one should change no other field by itself. */
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

        /** Says that it is no record but a file of so many bytes of text, which hangs on a record. */
        public Builder attach(Link parent, String fileName, String text) {
            file = Optional.of(new File(parent, fileName, text));
            return this;
        }

        public Sample build() {
            if (fields.isEmpty() == file.isEmpty()) {
                throw new IllegalArgumentException("the sample of " + type + " needs fields, or to be a file");
            }
            return new Sample(this);
        }
    }
}
