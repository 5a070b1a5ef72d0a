package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import org.jspecify.annotations.Nullable;

/** A user, by key. */
public final class UserCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof String key) {
            return Ids.number(key);
        }
        throw UnfitValueException.wrongType(value, "the key of a user");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return Ids.text(json);
    }
}
