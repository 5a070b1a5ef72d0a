package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import org.jspecify.annotations.Nullable;

/** Carries the values of one platform type over to JSON and back. Stateless. */
public interface Codec {

    /**
     * Returns the JSON tree that writes a value.
     *
     * @throws UnfitValueException if the field cannot take it
     */
    Object encode(FieldDescription field, Object value);

    /** Returns the value that a JSON tree holds, or {@code null} if it is empty or not readable. */
    @Nullable
    Object decode(Object json);

    /** Returns the JSON tree that empties the field. */
    default @Nullable Object cleared() {
        return null;
    }

    /**
     * Says what the platform will hold for a value: what comes back of what is sent. Idempotent.
     *
     * @throws UnfitValueException if the field cannot take it
     */
    default Stored canonical(FieldDescription field, Object value) {
        Object back = decode(encode(field, value));
        return Stored.as(back == null ? value : back);
    }
}
