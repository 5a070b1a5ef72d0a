package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import org.jspecify.annotations.Nullable;

/** A choice whose keys are words, such as the status of a deal. */
final class WordCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof String) {
            return value;
        }
        throw UnfitValueException.wrongType(value, "the key of an option");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text && !text.isEmpty() ? text : null;
    }
}
