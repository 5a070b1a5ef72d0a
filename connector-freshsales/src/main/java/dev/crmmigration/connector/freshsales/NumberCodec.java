package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.DecimalCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The number of a custom field: up to 11 digits before the point and 4 after it (support article 50000002390). */
final class NumberCodec implements Codec {

    private static final Codec NUMBER = new DecimalCodec();
    private static final int DIGITS = 11;
    private static final int PLACES = 4;

    @Override
    public Object encode(FieldDescription field, Object value) {
        BigDecimal number = ((BigDecimal) NUMBER.encode(field, value)).stripTrailingZeros();
        if (number.precision() - number.scale() > DIGITS || number.scale() > PLACES) {
            throw new UnfitValueException(
                    "TOO_LONG",
                    "The field takes " + DIGITS + " digits and " + PLACES
                            + " places. Round the number, or map it to a text field.");
        }
        return number;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return AmountCodec.number(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return NUMBER.canonical(field, value);
    }
}
