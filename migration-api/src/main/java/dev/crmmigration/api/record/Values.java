package dev.crmmigration.api.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * The closed list of classes that a field value may have.
 *
 * <p>Whole numbers are {@code Long}, all other numbers {@code BigDecimal}; moments are {@code Instant} (UTC), calendar
 * dates {@code LocalDate} (never shifted by a zone). A {@code List} holds values of this list, none of them a list.
 */
public final class Values {

    private static final Set<Class<?>> CLASSES = Set.of(
            String.class,
            Long.class,
            BigDecimal.class,
            Boolean.class,
            LocalDate.class,
            LocalTime.class,
            Instant.class,
            Duration.class,
            Money.class,
            Address.class,
            ContactPoint.class,
            Participant.class,
            DateRange.class,
            TimeRange.class,
            AttachmentRef.class,
            RecordRef.class,
            Link.class,
            UserLink.class);

    private Values() {}

    /** Tells whether a field may hold {@code value}. */
    public static boolean isAllowed(Object value) {
        if (value instanceof List<?> list) {
            for (Object item : list) { // No stream: this is asked for every value of every record
                if (!CLASSES.contains(item.getClass())) {
                    return false;
                }
            }
            return true;
        }
        return CLASSES.contains(value.getClass());
    }

    /**
     * Refuses a value of a class that is not on the list.
     *
     * @throws IllegalArgumentException naming the class, never the value
     */
    public static void check(Object value) {
        if (!isAllowed(value)) {
            throw new IllegalArgumentException(
                    "a field cannot hold a " + value.getClass().getName() + ". Use one of the classes in Values");
        }
    }
}
