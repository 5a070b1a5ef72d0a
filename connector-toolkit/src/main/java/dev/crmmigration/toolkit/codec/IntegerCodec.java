package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A whole number. */
public final class IntegerCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
            return number.longValueExact();
        }
        throw UnfitValueException.wrongType(value, "a whole number");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (json instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
            return number.longValue();
        }
        return json instanceof Long ? json : null;
    }
}
