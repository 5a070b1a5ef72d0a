package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.MoneyCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The amount of a deal, which is written as a number and read as text; {@link RecordShape} knows the currency's id. */
final class AmountCodec implements Codec {

    static final String VALUE = "value";
    static final String CURRENCY = "currency";

    /** Above this Freshsales refuses (a public test suite against a trial account, 2026-10). */
    private static final BigDecimal MOST = new BigDecimal("9007199254740991");

    private static final MoneyCodec MONEY = new MoneyCodec();

    @Override
    public Object encode(FieldDescription field, Object value) {
        Object tree = MONEY.encode(field, value);
        if (((Money) value).amount().compareTo(MOST) > 0) {
            throw new UnfitValueException(
                    "TOO_LARGE", "Freshsales takes no amount above " + MOST + ". Map it to a text field.");
        }
        return tree;
    }

    @Override
    public @Nullable Object decode(Object json) {
        JsonObject parts = JsonObject.of(json).orElse(JsonObject.EMPTY);
        BigDecimal amount = number(parts.get(VALUE));
        Optional<String> currency = parts.text(CURRENCY).filter(code -> code.matches("[A-Z]{3}"));
        return amount == null || currency.isEmpty()
                ? null
                : MONEY.decode(Map.of(VALUE, amount, CURRENCY, currency.get()));
    }

    /** Returns a number that may come as text, or {@code null}. */
    static @Nullable BigDecimal number(@Nullable Object json) {
        if (json instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (json instanceof String text && text.strip().matches("-?\\d{1,20}(\\.\\d{1,20})?")) {
            return new BigDecimal(text.strip());
        }
        return json instanceof BigDecimal number ? number : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return MONEY.canonical(field, value);
    }
}
