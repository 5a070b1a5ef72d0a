package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.DecimalCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a product, one per currency: one amount, or a list of them where there are several. Writing replaces all
 * prices, and with them what they cost, which is not read.
 */
final class PricesCodec implements Codec {

    private static final Comparator<Money> ORDER = Comparator.comparing(Money::currency);

    @Override
    public Object cleared() {
        return List.of();
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        List<Money> prices = prices(value);
        if (prices.stream().map(Money::currency).distinct().count() < prices.size()) {
            throw new UnfitValueException(
                    "TWO_PRICES", "A product has one price in a currency. Correct the record or the mapping.");
        }
        return prices.stream()
                .map(price -> Map.of("currency", price.currency(), "price", price.amount()))
                .toList();
    }

    private static List<Money> prices(Object value) {
        if (value instanceof Money price) {
            return List.of(price);
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Money.class::isInstance)) {
            return list.stream().map(Money.class::cast).sorted(ORDER).toList();
        }
        throw UnfitValueException.wrongType(value, "an amount in a currency, or several");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (!(json instanceof List<?> list)) {
            return null;
        }
        List<Money> prices = new ArrayList<>();
        list.forEach(item -> JsonObject.of(item).flatMap(PricesCodec::price).ifPresent(prices::add));
        prices.sort(ORDER);
        return prices.isEmpty() ? null : prices.size() == 1 ? prices.get(0) : List.copyOf(prices);
    }

    private static Optional<Money> price(JsonObject json) {
        Optional<String> currency = json.text("currency").filter(code -> code.matches("[A-Z]{3}"));
        return json.decimal("price").flatMap(amount -> currency.map(code -> new Money(amount, code)));
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        encode(field, value);
        List<Money> given = prices(value);
        List<Money> held = given.stream()
                .map(price -> new Money(DecimalCodec.held(price.amount()), price.currency()))
                .toList();
        boolean exact = true;
        for (int i = 0; i < given.size(); i++) {
            exact &= held.get(i).amount().compareTo(given.get(i).amount()) == 0;
        }
        Object stored = held.size() == 1 ? held.get(0) : held;
        return exact ? Stored.as(stored) : Stored.losing(stored, "double-precision");
    }
}
