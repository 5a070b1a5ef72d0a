package dev.crmmigration.api.destination;

import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One call with one effect. Fields are named by the account's keys; options, users and references are the account's
 * own: nothing symbolic is left.
 */
public sealed interface Write {

    EffectId effect();

    /** The object that is written. */
    ObjectType type();

    /** Calls the function of this write's case. A new case adds a parameter, so that every caller must handle it. */
    <R> R match(
            Function<Create, R> create,
            Function<Update, R> update,
            Function<Attach, R> attach,
            Function<Delete, R> delete);

    /** Makes a new record; never changes an existing one. */
    record Create(EffectId effect, ObjectType type, Map<String, FieldValue> fields) implements Write {

        public Create {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public <R> R match(
                Function<Create, R> create,
                Function<Update, R> update,
                Function<Attach, R> attach,
                Function<Delete, R> delete) {
            return create.apply(this);
        }

        /** Names the effect but not the values, which are personal data. */
        @Override
        public String toString() {
            return "Create[" + effect + ", " + type + ", " + fields.size() + " fields]";
        }
    }

    /** Changes the named fields of a record and leaves all others. */
    record Update(EffectId effect, RecordRef target, Map<String, FieldValue> fields) implements Write {

        public Update {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public ObjectType type() {
            return target.type();
        }

        @Override
        public <R> R match(
                Function<Create, R> create,
                Function<Update, R> update,
                Function<Attach, R> attach,
                Function<Delete, R> delete) {
            return update.apply(this);
        }

        /** Names the effect but not the values, which are personal data. */
        @Override
        public String toString() {
            return "Update[" + effect + ", " + target + ", " + fields.size() + " fields]";
        }
    }

    /** Hangs a file on a record. */
    record Attach(EffectId effect, RecordRef parent, String fileName, Content content) implements Write {

        @Override
        public ObjectType type() {
            return ObjectType.of("file");
        }

        @Override
        public <R> R match(
                Function<Create, R> create,
                Function<Update, R> update,
                Function<Attach, R> attach,
                Function<Delete, R> delete) {
            return attach.apply(this);
        }

        /** Names the effect but not the file, whose name may be personal data. */
        @Override
        public String toString() {
            return "Attach[" + effect + ", " + parent + "]";
        }
    }

    /** Takes a record away. */
    record Delete(EffectId effect, RecordRef target) implements Write {

        @Override
        public ObjectType type() {
            return target.type();
        }

        @Override
        public <R> R match(
                Function<Create, R> create,
                Function<Update, R> update,
                Function<Attach, R> attach,
                Function<Delete, R> delete) {
            return delete.apply(this);
        }
    }
}
