package dev.crmmigration.engine.internal.value;

import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import dev.crmmigration.api.record.UserLink;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes values of every class that a field can hold, the same ones for the same seed. */
final class RandomValues {

    private static final String[] PIECES = {
        "a", "Z", "0", " ", "\"", "\\", "\n", "\t", "\u0000", "\u2028", "é", "İ", "ß", "日", "😀", "</b>", "\ud83d", "{}"
    };

    private final Random random;

    private final List<Supplier<Object>> kinds = List.of(
            this::text,
            this::whole,
            this::decimal,
            this::truth,
            this::date,
            this::time,
            this::moment,
            this::duration,
            this::money,
            this::address,
            this::point,
            this::participant,
            this::dates,
            this::times,
            this::file,
            this::ref,
            this::link,
            this::user);

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Map<String, FieldValue> fields() {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (int count = random.nextInt(8); count > 0; count--) {
            fields.put(
                    text().replaceAll("\\p{Cs}", "?"),
                    random.nextInt(10) == 0 ? FieldValue.cleared() : FieldValue.of(value()));
        }
        return fields;
    }

    /** Returns one value of every class, and a list of them. */
    Stream<Object> everyKind() {
        List<Object> all = kinds.stream().map(Supplier::get).toList();
        return Stream.concat(all.stream(), Stream.of(all));
    }

    private Object value() {
        return random.nextInt(6) == 0
                ? IntStream.range(0, random.nextInt(4))
                        .mapToObj(item -> single())
                        .toList()
                : single();
    }

    private Object single() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String name() {
        return "n" + text();
    }

    private Object whole() {
        return random.nextBoolean() ? random.nextLong() : (Object) (long) random.nextInt(100);
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(90) + 1, random), random.nextInt(30) - 10)
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
    }

    private Object truth() {
        return random.nextBoolean();
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(8_000_000) - 1_000_000);
    }

    private LocalTime time() {
        return random.nextBoolean()
                ? LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L))
                : LocalTime.of(random.nextInt(24), 0);
    }

    private Object moment() {
        return Instant.ofEpochSecond(
                random.nextLong(500_000_000_000L) - 100_000_000_000L, random.nextInt(1_000_000_000));
    }

    private Object duration() {
        return Duration.ofSeconds(random.nextInt(), random.nextInt(3) * 500_000_000L);
    }

    private Object money() {
        return new Money(decimal(), random.nextBoolean() ? "EUR" : "JPY");
    }

    private Object address() {
        return new Address(name(), text(), text(), text(), text());
    }

    private Object point() {
        return new ContactPoint(name(), text(), random.nextBoolean());
    }

    private Object participant() {
        return new Participant(ref(), random.nextBoolean());
    }

    private Object dates() {
        LocalDate start = date();
        return new DateRange(start, start.plusDays(random.nextInt(400)));
    }

    private Object times() {
        return new TimeRange(time(), time());
    }

    private Object file() {
        return new AttachmentRef(text(), text());
    }

    private RecordRef ref() {
        return RecordRef.of(name(), name());
    }

    private Object link() {
        return new Link(name(), text());
    }

    private Object user() {
        return new UserLink(text());
    }
}
