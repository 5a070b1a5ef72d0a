package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.engine.internal.value.ValueText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns values into texts that sort like the values: numbers by size, moments by time, digits like numbers. */
final class SortKey {

    /** Keeps numbers below zero, too, positive and of one length. */
    private static final BigDecimal OFFSET = new BigDecimal("5000000000000000000");

    private SortKey() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "~";
        }
        if (value instanceof Instant moment) {
            return String.format(Locale.ROOT, "%020d", moment.toEpochMilli() + Long.MAX_VALUE / 2);
        }
        if (value instanceof Long || value instanceof BigDecimal) {
            return new BigDecimal(value.toString()).add(OFFSET).toPlainString();
        }
        return digits(ValueText.of(value));
    }

    /** Ids that are numbers sort by size, whatever their length. */
    static String digits(String text) {
        boolean number = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? "0".repeat(20 - text.length()) + text : text;
    }
}
