package dev.crmmigration.testkit.reference;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which values the reference account takes, and what it makes of them: text without blanks around, labels in lower case. */
final class ReferenceValues {

    private ReferenceValues() {}

    static Stored canonical(Object value) {
        return Stored.as(held(value));
    }

    static Object held(Object value) {
        if (value instanceof String text) {
            return text.strip();
        }
        if (value instanceof ContactPoint point) {
            return new ContactPoint(point.value(), point.label().toLowerCase(Locale.ROOT), point.primary());
        }
        return value instanceof List<?> list
                ? list.stream().map(ReferenceValues::held).toList()
                : value;
    }

    /**
     * Tells whether a field takes a value.
     *
     * @param isUser whether there is a user with a key
     */
    static boolean fits(FieldDescription field, Object value, Predicate<String> isUser) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> value instanceof String;
            case INTEGER -> value instanceof Long;
            case BOOLEAN -> value instanceof Boolean;
            case INSTANT -> value instanceof Instant;
            case DURATION -> value instanceof Duration;
            case CHOICE -> isOption(field, value);
            case CHOICES -> value instanceof List<?> list && list.stream().allMatch(item -> isOption(field, item));
            case USER -> value instanceof String key && isUser.test(key);
            case REFERENCE -> isReference(field, value);
            case PARTICIPANTS ->
                value instanceof List<?> list
                        && list.stream()
                                .allMatch(item -> item instanceof Participant one && isReference(field, one.record()));
            case CONTACT_POINTS ->
                value instanceof List<?> list && list.stream().allMatch(ContactPoint.class::isInstance);
            case DECIMAL, DATE, TIME, MONEY, ADDRESS, DATE_RANGE, TIME_RANGE, ATTACHMENT -> false;
        };
    }

    private static boolean isOption(FieldDescription field, Object value) {
        return field.options().stream().map(Option::key).anyMatch(value::equals);
    }

    private static boolean isReference(FieldDescription field, Object value) {
        return value instanceof RecordRef ref
                && field.refersTo().filter(ref.type()::equals).isPresent();
    }
}
