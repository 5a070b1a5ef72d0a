package dev.crmmigration.engine.internal.value;

import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import dev.crmmigration.api.record.UserLink;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a value, by which keys are compared and which text functions work on.
 *
 * <p>A number has neither exponent nor trailing zeros, so that 5 and 5.00 have one text; moments and dates are ISO 8601;
 * a reference gives its id, a contact point its value; a list gives its items, separated by a comma and a space.
 */
public final class ValueText {

    /** Beyond so many zeros a number keeps its exponent: a few characters of input must not become gigabytes. */
    private static final int MOST_ZEROS = 1000;

    private ValueText() {}

    public static String of(Object value) {
        if (value instanceof BigDecimal number) {
            return plain(number.stripTrailingZeros());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Money money) {
            return plain(money.amount()) + " " + money.currency();
        }
        if (value instanceof Address address) {
            return Stream.of(
                            address.street(), address.city(), address.region(), address.postalCode(), address.country())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Record part ? ofPart(part) : value.toString();
    }

    /** Returns a number without an exponent, as far as that is sensible. */
    static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    private static String ofPart(Record value) {
        if (value instanceof RecordRef ref) {
            return ref.id();
        }
        if (value instanceof Link link) {
            return link.key();
        }
        if (value instanceof UserLink user) {
            return user.email();
        }
        if (value instanceof ContactPoint point) {
            return point.value();
        }
        if (value instanceof Participant participant) {
            return participant.record().id();
        }
        if (value instanceof AttachmentRef file) {
            return file.id();
        }
        if (value instanceof DateRange range) {
            return range.start() + "/" + range.end();
        }
        if (value instanceof TimeRange range) {
            return range.start() + "/" + range.end();
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no text");
    }
}
