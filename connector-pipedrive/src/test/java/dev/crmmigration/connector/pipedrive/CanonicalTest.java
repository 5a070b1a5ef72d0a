package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.Participant;
import dev.crmmigration.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Pipedrive will hold for a value, and what is lost by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanonicalTest {

    private static final ObjectType ANY = ObjectType.of("deal");
    private static final String PIECES =
            "<p>|</p>|<b>|</b>|<br/>|<script>|</script>|<!-- x -->|<a href=\"x>y\">|</a>|&amp;|&lt;|&#60;|&#x3e;|&nbsp;|&"
                    + "|<|>|\"|'| |\n|\u00a0|a|<3|b|&copy|;|&foo;|--";

    private final MockAccount account = new MockAccount();
    private final DestinationSession session = account.open();

    @AfterAll
    void close() {
        session.close();
        account.close();
    }

    private Stored canonical(String platformType, FieldType type, Object value) {
        FieldDescription field =
                FieldDescription.builder("x", type).platformType(platformType).build();
        return session.canonical(ANY, field, value);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("varchar", " a\r\nb ", "a\nb", ""),
                arguments("varchar", 12L, "12", ""),
                arguments("varchar", new BigDecimal("1.50"), "1.50", ""),
                arguments(
                        "varchar",
                        Instant.parse("2025-01-02T03:04:05.6Z"),
                        "2025-01-02T03:04:05Z",
                        "fraction-of-second"),
                arguments("varchar", LocalDate.of(2025, 1, 2), "2025-01-02", ""),
                arguments("varchar", Duration.ofMinutes(90), "PT1H30M", ""),
                arguments("name", " Jane  \t Doe ", "Jane Doe", ""),
                arguments("place", " Room  1 ", "Room 1", ""),
                arguments("html", "<p>5 &lt; 6 &amp; <b>b</b>old</p><p>x</p>", "5 &lt; 6 &amp; bold x", ""),
                arguments("html", "Hi<script>alert(\"</p>\")</script> you", "Hi you", "unsafe-html"),
                arguments("html", "I <3 you", "I &lt;3 you", ""),
                arguments("html", "plain\ntext", "plain text", ""),
                arguments("int", new BigDecimal("5.00"), 5L, ""),
                arguments("double", 7L, new BigDecimal("7"), ""),
                arguments("double", new BigDecimal("1500.500"), new BigDecimal("1500.5"), ""),
                arguments("double", new BigDecimal("1E+3"), new BigDecimal("1000"), ""),
                arguments("double", new BigDecimal("0.00"), BigDecimal.ZERO, ""),
                arguments(
                        "double",
                        new BigDecimal("9007199254740993"),
                        new BigDecimal("9007199254740990"),
                        "double-precision"),
                arguments(
                        "monetary",
                        new Money(new BigDecimal("10.00"), "EUR"),
                        new Money(new BigDecimal("10"), "EUR"),
                        ""),
                arguments("set", List.of("12", "3", "12"), List.of("12", "3"), ""),
                arguments(
                        "datetime",
                        Instant.parse("2025-01-02T03:04:05.6Z"),
                        Instant.parse("2025-01-02T03:04:05Z"),
                        "fraction-of-second"),
                arguments("time", LocalTime.of(7, 5, 6, 7), LocalTime.of(7, 5, 6), "fraction-of-second"),
                arguments("clock", LocalTime.of(7, 5), LocalTime.of(7, 5), ""),
                arguments("duration", Duration.ofSeconds(3661), Duration.ofMinutes(61), "seconds"),
                arguments("duration", Duration.ofHours(30), Duration.ofHours(30), ""),
                arguments(
                        "contacts",
                        List.of(point("b", "", false), point("a", "home", false)),
                        List.of(point("b", "work", true), point("a", "home", false)),
                        ""),
                arguments(
                        "contacts",
                        List.of(point(" b ", "work", false), point("a", "home", true)),
                        List.of(point("a", "home", true), point("b", "work", false)),
                        ""),
                arguments(
                        "participants",
                        List.of(person("9", false), person("5", false)),
                        List.of(person("9", true), person("5", false)),
                        ""),
                arguments(
                        "address",
                        new Address("1 Main St\n Flat  2", "Berlin", "", "10115", "Germany"),
                        new Address("1 Main St, Flat 2", "Berlin", "", "10115", "Germany"),
                        ""),
                arguments(
                        "address",
                        new Address("1 Main St, Berlin, Germany", "Berlin", "", "", "Germany"),
                        new Address("1 Main St", "Berlin", "", "", "Germany"),
                        ""),
                arguments(
                        "address",
                        new Address("Berlin", "Berlin", "", "", ""),
                        new Address("Berlin", "Berlin", "", "", ""),
                        ""),
                arguments("address", new Address("", "Berlin", "", "", ""), new Address("", "Berlin", "", "", ""), ""));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void holds(String platformType, Object value, Object held, String loss) {
        Stored stored = canonical(platformType, FieldType.TEXT, value);

        assertThat(stored.value()).isEqualTo(held);
        assertThat(stored.loss().orElse("")).isEqualTo(loss);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isItself_whenItIsCanonicalAlready(String platformType, Object value, Object held, String loss) {
        Stored once = canonical(platformType, FieldType.TEXT, held);

        assertThat(once).isEqualTo(Stored.as(held));
    }

    @Test
    void isItself_forAnyHtml() {
        String[] pieces = PIECES.split("\\|", -1);
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                html.append(pieces[random.nextInt(pieces.length)]);
            }
            Object once =
                    canonical("html", FieldType.LONG_TEXT, html.toString()).value();

            assertThat(canonical("html", FieldType.LONG_TEXT, once))
                    .as("seed %d: %s", seed, html)
                    .isEqualTo(Stored.as(once));
        }
    }

    @Test
    void isItself_forAnyAddress() {
        String[] parts = {"", "Berlin", "Germany", "1 Main St", "10115", "Berlin, Germany", "1 Main St, Berlin, 10115"};
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            String[] chosen =
                    random.ints(5, 0, parts.length).mapToObj(i -> parts[i]).toArray(String[]::new);
            if (String.join("", chosen).isEmpty()) {
                continue;
            }
            Address address = new Address(chosen[0], chosen[1], chosen[2], chosen[3], chosen[4]);
            Object once = canonical("address", FieldType.ADDRESS, address).value();

            assertThat(canonical("address", FieldType.ADDRESS, once))
                    .as("seed %d", seed)
                    .isEqualTo(Stored.as(once));
        }
    }

    @Test
    void givesAValueBack_whenTheFieldCannotTakeIt() {
        assertThat(canonical("date", FieldType.DATE, "tomorrow")).isEqualTo(Stored.as("tomorrow"));
        assertThat(canonical("int", FieldType.INTEGER, new BigDecimal("1.5")))
                .isEqualTo(Stored.as(new BigDecimal("1.5")));
    }

    private static ContactPoint point(String value, String label, boolean primary) {
        return new ContactPoint(value, label, primary);
    }

    private static Participant person(String id, boolean primary) {
        return new Participant(RecordRef.of("person", id), primary);
    }
}
