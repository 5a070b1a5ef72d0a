package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.catalog.UserDescription;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that fit a field and that no record of the kit holds. */
final class OtherValues {

    private static final LocalDate DAY = LocalDate.of(1987, 6, 5);
    private static final LocalTime TIME = LocalTime.of(4, 30);

    private final Probe probe;

    OtherValues(Probe probe) {
        this.probe = probe;
    }

    /** Returns a value other than the one that a field has, or empty if there is none. */
    Optional<Object> than(FieldDescription field, Optional<Object> now) {
        return candidates(field).filter(value -> !now.equals(Optional.of(value))).findFirst();
    }

    private Stream<Object> candidates(FieldDescription field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> Stream.of("Another text");
            case INTEGER -> Stream.of(3L, 1L);
            case DECIMAL -> Stream.of(new BigDecimal("4321.5"));
            case BOOLEAN -> Stream.of(true, false);
            case DATE -> Stream.of(DAY);
            case TIME -> Stream.of(TIME);
            case INSTANT -> Stream.of(Instant.parse("1987-06-05T04:30:00Z"));
            case DURATION -> Stream.of(Duration.ofMinutes(50));
            case MONEY -> Stream.of(new Money(new BigDecimal("4321.5"), "EUR"));
            case ADDRESS -> Stream.of(new Address("9 Other Street", "Otherville", "", "", "FR"));
            case CONTACT_POINTS -> Stream.of(List.of(new ContactPoint("other@example.org", "work", true)));
            case CHOICE -> field.options().stream().map(Option::key);
            case CHOICES -> field.options().stream().map(option -> List.of(option.key()));
            case USER -> probe.catalog().users().stream().map(UserDescription::key);
            case DATE_RANGE -> Stream.of(new DateRange(DAY, DAY.plusDays(9)));
            case TIME_RANGE -> Stream.of(new TimeRange(TIME, TIME.plusHours(1)));
            case REFERENCE ->
                field.refersTo().flatMap(probe::sample).stream()
                        .map(sample -> probe.given(sample, " other").ref());
            case PARTICIPANTS, ATTACHMENT -> Stream.empty();
        };
    }
}
