package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.MoneyCodec;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a lead may bring: an amount in a currency, of which v1 calls the amount otherwise than v2. */
final class LeadValueCodec implements Codec {

    private final MoneyCodec money = new MoneyCodec();

    @Override
    public Object encode(FieldDescription field, Object value) {
        money.encode(field, value);
        Money given = (Money) value;
        return Map.of("amount", given.amount(), "currency", given.currency());
    }

    @Override
    public @Nullable Object decode(Object json) {
        JsonObject object = JsonObject.of(json).orElse(JsonObject.EMPTY);
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("value", object.get("amount"));
        tree.put("currency", object.get("currency"));
        return money.decode(tree);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return money.canonical(field, value);
    }
}
