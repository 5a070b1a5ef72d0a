package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which values fields of stored records may have, by their types. */
final class TypedValues {

    private TypedValues() {}

    static boolean fits(FieldDescription field, Object value) {
        return switch (field.type()) {
            case TEXT -> value instanceof String text && text.lines().count() <= 1;
            case LONG_TEXT, CHOICE, USER -> value instanceof String;
            case CHOICES -> isList(value, String.class::isInstance);
            case CONTACT_POINTS -> isList(value, ContactPoint.class::isInstance);
            case REFERENCE -> isReference(field.refersTo(), value);
            case PARTICIPANTS ->
                isList(value, item -> item instanceof Participant one && isReference(field.refersTo(), one.record()));
            case ATTACHMENT -> value instanceof AttachmentRef || isList(value, AttachmentRef.class::isInstance);
            default -> single(field.type()).isInstance(value);
        };
    }

    private static Class<?> single(FieldType type) {
        return switch (type) {
            case INTEGER -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case INSTANT -> Instant.class;
            case DURATION -> Duration.class;
            case MONEY -> Money.class;
            case ADDRESS -> Address.class;
            case DATE_RANGE -> DateRange.class;
            case TIME_RANGE -> TimeRange.class;
            default -> throw new IllegalArgumentException(type + " has no class of its own");
        };
    }

    private static boolean isList(Object value, Predicate<Object> each) {
        return value instanceof List<?> list && list.stream().allMatch(each);
    }

    private static boolean isReference(Optional<ObjectType> to, Object value) {
        return value instanceof RecordRef ref && to.map(ref.type()::equals).orElse(true);
    }
}
