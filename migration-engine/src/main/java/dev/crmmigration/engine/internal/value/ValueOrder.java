package dev.crmmigration.engine.internal.value;

import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Compares values: numbers by what they are worth, whatever their class; text by its characters; money only within a
 * currency. Values of different kinds are never equal.
 */
public final class ValueOrder {

    private static final List<Class<?>> KINDS = List.of(
            Boolean.class,
            BigDecimal.class,
            Money.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class,
            Instant.class,
            String.class);

    private ValueOrder() {}

    /** Tells whether two values are the same; no value is only the same as no value. */
    public static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return sameItems(one, other);
        }
        OptionalInt order = compare(left, right);
        return order.isPresent() ? order.getAsInt() == 0 : left.equals(right);
    }

    /** Compares two values of one kind; empty if they are not, or are of a kind without an order. */
    public static OptionalInt compare(Object left, Object right) {
        Class<?> kind = kind(left);
        if (kind != kind(right) || !KINDS.contains(kind)) {
            return OptionalInt.empty();
        }
        if (left instanceof Money one && right instanceof Money other) {
            return one.currency().equals(other.currency())
                    ? OptionalInt.of(one.amount().compareTo(other.amount()))
                    : OptionalInt.empty();
        }
        return OptionalInt.of(compareSimple(left, right));
    }

    /**
     * Orders any values, and never fails: by kind, within a kind as {@link #compare} does, values without an order by
     * their text. No value comes last.
     */
    public static int compareAny(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        int byKind = Integer.compare(rank(left), rank(right));
        if (byKind != 0) {
            return byKind;
        }
        if (left instanceof Money one && right instanceof Money other) {
            return Comparator.comparing(Money::currency)
                    .thenComparing(Money::amount)
                    .compare(one, other);
        }
        return compare(left, right).orElseGet(() -> ValueText.of(left).compareTo(ValueText.of(right)));
    }

    /** Orders ids of records: those that are whole numbers by what they are worth and first, all others as text. */
    public static int compareIds(String left, String right) {
        boolean isNumber = isNumber(left);
        if (isNumber != isNumber(right)) {
            return isNumber ? -1 : 1;
        }
        if (!isNumber) {
            return left.compareTo(right);
        }
        String one = withoutZeros(left);
        String other = withoutZeros(right);
        int byLength = Integer.compare(one.length(), other.length());
        int byDigits = byLength != 0 ? byLength : one.compareTo(other);
        return byDigits != 0 ? byDigits : left.compareTo(right);
    }

    @SuppressWarnings("unchecked") // both are of one class, which is comparable to itself
    private static int compareSimple(Object left, Object right) {
        if (left instanceof Number) {
            return decimal(left).compareTo(decimal(right));
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }

    private static boolean sameItems(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int index = 0; index < one.size(); index++) {
            if (!same(one.get(index), other.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static int rank(Object value) {
        int rank = KINDS.indexOf(kind(value));
        return rank < 0 ? KINDS.size() : rank;
    }

    private static Class<?> kind(Object value) {
        return value instanceof Long ? BigDecimal.class : value.getClass();
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
