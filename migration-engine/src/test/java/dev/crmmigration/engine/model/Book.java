package dev.crmmigration.engine.model;

import dev.crmmigration.api.record.RecordRef;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the model knows of one thing that the source owes to the destination. */
final class Book {

    /** What became of it. */
    enum State {
        READY,
        WRITTEN,
        HELD,
        FAILED,
        DUPLICATE,
        DELETED
    }

    /** What is done about a record that the source has no more. */
    enum Gone {
        NO,
        FLAG,
        KEEP,
        DELETE
    }

    final String key;
    final int number;
    State state = State.READY;
    Gone gone = Gone.NO;
    int generation;
    int born;
    int changed;
    boolean isTouched;

    @Nullable
    RecordRef ref;

    /** What was last sent, what was found to be kept of it, what the whole record was like then; by field. */
    Map<String, Object> sent = new TreeMap<>();

    Map<String, Object> kept = new TreeMap<>();
    Map<String, Object> left = new TreeMap<>();

    /** What the record was like before this generation changed it. */
    Map<String, Object> before = new TreeMap<>();

    /** Fields that were left to the people who edited them, and whether somebody has to decide. */
    Map<String, Boolean> flags = new TreeMap<>();

    Book(String key, int number) {
        this.key = key;
        this.number = number;
    }

    Book copy() {
        Book copy = new Book(key, number);
        copy.state = state;
        copy.gone = gone;
        copy.generation = generation;
        copy.born = born;
        copy.changed = changed;
        copy.isTouched = isTouched;
        copy.ref = ref;
        copy.sent = new TreeMap<>(sent);
        copy.kept = new TreeMap<>(kept);
        copy.left = new TreeMap<>(left);
        copy.before = new TreeMap<>(before);
        copy.flags = new TreeMap<>(flags);
        return copy;
    }

    String mapping() {
        return key.startsWith("note:") ? "Notes" : "Customers";
    }

    String type() {
        return key.substring(0, key.indexOf(':'));
    }

    /** Tells whether there is, or was, a record that is still ours. */
    boolean isThere() {
        return ref != null && state != State.DELETED;
    }

    boolean isEdited(Map<String, Object> now) {
        return !now.equals(left);
    }
}
