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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values of one class are stored: under a tag, as parts that are text or truth values.
 *
 * @param type the class
 * @param tag names it in the stored form
 * @param toParts takes a value apart
 * @param fromParts puts it together again
 */
record ValueForm<T>(Class<T> type, String tag, Function<T, List<Object>> toParts, Function<List<Object>, T> fromParts) {

    private static final List<ValueForm<?>> ALL = List.of(
            oneText(BigDecimal.class, "decimal", ValueForm::decimal, BigDecimal::new),
            oneText(LocalDate.class, "date", LocalDate::toString, LocalDate::parse),
            oneText(LocalTime.class, "time", LocalTime::toString, LocalTime::parse),
            oneText(Instant.class, "instant", Instant::toString, Instant::parse),
            oneText(Duration.class, "duration", Duration::toString, Duration::parse),
            oneText(UserLink.class, "user", UserLink::email, UserLink::new),
            new ValueForm<>(
                    Money.class,
                    "money",
                    money -> List.of(decimal(money.amount()), money.currency()),
                    parts -> new Money(new BigDecimal(text(parts, 0)), text(parts, 1))),
            new ValueForm<>(Address.class, "address", ValueForm::addressParts, ValueForm::address),
            new ValueForm<>(
                    ContactPoint.class,
                    "point",
                    point -> List.of(point.value(), point.label(), point.primary()),
                    parts -> new ContactPoint(text(parts, 0), text(parts, 1), (Boolean) parts.get(2))),
            new ValueForm<>(
                    Participant.class,
                    "participant",
                    it -> List.of(it.record().type().name(), it.record().id(), it.primary()),
                    parts -> new Participant(RecordRef.of(text(parts, 0), text(parts, 1)), (Boolean) parts.get(2))),
            new ValueForm<>(
                    DateRange.class,
                    "dates",
                    range -> List.of(range.start().toString(), range.end().toString()),
                    parts -> new DateRange(LocalDate.parse(text(parts, 0)), LocalDate.parse(text(parts, 1)))),
            new ValueForm<>(
                    TimeRange.class,
                    "times",
                    range -> List.of(range.start().toString(), range.end().toString()),
                    parts -> new TimeRange(LocalTime.parse(text(parts, 0)), LocalTime.parse(text(parts, 1)))),
            new ValueForm<>(
                    AttachmentRef.class,
                    "file",
                    file -> List.of(file.id(), file.fileName()),
                    parts -> new AttachmentRef(text(parts, 0), text(parts, 1))),
            new ValueForm<>(
                    RecordRef.class,
                    "ref",
                    ref -> List.of(ref.type().name(), ref.id()),
                    parts -> RecordRef.of(text(parts, 0), text(parts, 1))),
            new ValueForm<>(
                    Link.class,
                    "link",
                    link -> List.of(link.mapping(), link.key()),
                    parts -> new Link(text(parts, 0), text(parts, 1))));

    private static final Map<Class<?>, ValueForm<?>> BY_CLASS =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ValueForm::type, Function.identity()));
    private static final Map<String, ValueForm<?>> BY_TAG =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ValueForm::tag, Function.identity()));

    static ValueForm<?> of(Object value) {
        ValueForm<?> form = BY_CLASS.get(value.getClass());
        if (form == null) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " has no stored form. Use one of the classes in Values");
        }
        return form;
    }

    static @Nullable ValueForm<?> tagged(@Nullable String tag) {
        return tag == null ? null : BY_TAG.get(tag);
    }

    List<Object> parts(Object value) {
        return toParts.apply(type.cast(value));
    }

    Object build(List<Object> parts) {
        return fromParts.apply(parts);
    }

    private static <T> ValueForm<T> oneText(
            Class<T> type, String tag, Function<T, String> toText, Function<String, T> fromText) {
        return new ValueForm<>(
                type, tag, value -> List.of(toText.apply(value)), parts -> fromText.apply(text(parts, 0)));
    }

    /** Exact, and without an exponent where that is exact. */
    private static String decimal(BigDecimal number) {
        return number.scale() < 0 ? number.toString() : ValueText.plain(number);
    }

    private static List<Object> addressParts(Address address) {
        return List.of(address.street(), address.city(), address.region(), address.postalCode(), address.country());
    }

    private static Address address(List<Object> parts) {
        return new Address(text(parts, 0), text(parts, 1), text(parts, 2), text(parts, 3), text(parts, 4));
    }

    private static String text(List<Object> parts, int index) {
        return (String) parts.get(index);
    }
}
