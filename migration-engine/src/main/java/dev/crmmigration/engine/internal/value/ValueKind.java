package dev.crmmigration.engine.internal.value;

import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in a message what kind of value there is, without showing the value. */
public final class ValueKind {

    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "text",
            Long.class, "a number",
            BigDecimal.class, "a number",
            Boolean.class, "true or false",
            LocalDate.class, "a date",
            LocalTime.class, "a time of day",
            Instant.class, "a moment",
            Duration.class, "a duration",
            Money.class, "money",
            Address.class, "an address");

    private ValueKind() {}

    public static String of(@Nullable Object value) {
        if (value == null) {
            return "no value";
        }
        return value instanceof List<?>
                ? "a list"
                : WORDS.getOrDefault(value.getClass(), "a " + value.getClass().getSimpleName());
    }
}
