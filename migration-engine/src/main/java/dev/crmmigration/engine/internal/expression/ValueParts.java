package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.TimeRange;
import dev.crmmigration.engine.internal.value.ValueKind;
import java.util.Map;
import java.util.Optional;

/** Takes values with parts apart: money, addresses, ranges. */
final class ValueParts {

    private ValueParts() {}

    /** Returns a part of a value; empty if the part is not known. */
    static Optional<Object> part(Object value, String name, Expression.Field field) {
        Object part = parts(value).get(name);
        if (part == null) {
            throw new MappingFailedException("field " + field + ": its value is " + ValueKind.of(value)
                    + ", which has no part '" + name + "'. Correct the expression");
        }
        return part instanceof String text && text.isBlank() ? Optional.empty() : Optional.of(part);
    }

    private static Map<String, Object> parts(Object value) {
        if (value instanceof Money money) {
            return Map.of("amount", money.amount(), "currency", money.currency());
        }
        if (value instanceof Address address) {
            return Map.of(
                    "street", address.street(),
                    "city", address.city(),
                    "region", address.region(),
                    "postalCode", address.postalCode(),
                    "country", address.country());
        }
        if (value instanceof DateRange range) {
            return Map.of("start", range.start(), "end", range.end());
        }
        return value instanceof TimeRange range ? Map.of("start", range.start(), "end", range.end()) : Map.of();
    }
}
