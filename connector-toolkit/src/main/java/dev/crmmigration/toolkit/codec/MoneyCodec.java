package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.http.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount in a currency, which must be active in the account. */
public final class MoneyCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof Money money) {
            return Map.of("value", money.amount(), "currency", money.currency());
        }
        throw UnfitValueException.wrongType(value, "an amount in a currency");
    }

    @Override
    public @Nullable Object decode(Object json) {
        Optional<JsonObject> money = JsonObject.of(json);
        Optional<BigDecimal> amount = money.flatMap(object -> object.decimal("value"));
        Optional<String> currency =
                money.flatMap(object -> object.text("currency")).filter(code -> code.matches("[A-Z]{3}"));
        return amount.isPresent() && currency.isPresent() ? new Money(amount.get(), currency.get()) : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        encode(field, value);
        Money money = (Money) value;
        BigDecimal held = DecimalCodec.held(money.amount());
        Money stored = new Money(held, money.currency());
        return held.compareTo(money.amount()) == 0 ? Stored.as(stored) : Stored.losing(stored, "double-precision");
    }
}
