package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import org.jspecify.annotations.Nullable;

/** A flag of a system field; custom fields have no such type. */
public final class BooleanCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        throw UnfitValueException.wrongType(value, "true or false");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (json instanceof Long flag) { // v1 gives 0 and 1 in places
            return flag != 0;
        }
        return json instanceof Boolean ? json : null;
    }
}
