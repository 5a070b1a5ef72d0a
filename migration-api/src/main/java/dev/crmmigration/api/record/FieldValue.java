package dev.crmmigration.api.record;

import java.util.Optional;

/**
 * What a record says about one field. A field that a record does not speak of is absent from its map: absent means
 * "leave it as it is", {@link Cleared} means "make it empty".
 */
public sealed interface FieldValue {

    /** Returns a value of the closed list in {@link Values}. */
    static FieldValue of(Object value) {
        return new Present(value);
    }

    static FieldValue cleared() {
        return Cleared.CLEARED;
    }

    /** The value, or empty if the field is cleared. */
    Optional<Object> value();

    /** The field has this value. */
    record Present(Object content) implements FieldValue {

        public Present {
            Values.check(content);
        }

        @Override
        public Optional<Object> value() {
            return Optional.of(content);
        }

        /** Names the kind of value, not the value, which may be personal data. */
        @Override
        public String toString() {
            return "Present[" + content.getClass().getSimpleName() + "]";
        }
    }

    /** The field is to be empty. */
    enum Cleared implements FieldValue {
        CLEARED;

        @Override
        public Optional<Object> value() {
            return Optional.empty();
        }
    }
}
