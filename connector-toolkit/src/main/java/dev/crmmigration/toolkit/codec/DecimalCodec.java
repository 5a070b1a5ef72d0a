package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number. Platforms hold it as a double, which is exact to fifteen digits: more are lost, and do not count when
 * numbers are compared.
 */
public final class DecimalCodec implements Codec {

    private static final MathContext EXACT_IN_A_DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigDecimal) {
            return value;
        }
        throw UnfitValueException.wrongType(value, "a number");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (json instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return json instanceof BigDecimal ? json : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        BigDecimal exact = (BigDecimal) encode(field, value);
        BigDecimal held = held(exact);
        return held.compareTo(exact) == 0 ? Stored.as(held) : Stored.losing(held, "double-precision");
    }

    /** Returns what is left of a number, without trailing zeros. */
    public static BigDecimal held(BigDecimal exact) {
        BigDecimal rounded = exact.round(EXACT_IN_A_DOUBLE).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
