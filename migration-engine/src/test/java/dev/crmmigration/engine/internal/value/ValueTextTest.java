package dev.crmmigration.engine.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(" as it is ", " as it is "),
                Arguments.of(-7L, "-7"),
                Arguments.of(new BigDecimal("5.00"), "5"),
                Arguments.of(new BigDecimal("1.2E+3"), "1200"),
                Arguments.of(new BigDecimal("0.0000001"), "0.0000001"),
                Arguments.of(new BigDecimal("1E+999999999"), "1E+999999999"),
                Arguments.of(new BigDecimal("1E-999999999"), "1E-999999999"),
                Arguments.of(false, "false"),
                Arguments.of(LocalDate.of(2026, 2, 3), "2026-02-03"),
                Arguments.of(LocalTime.of(9, 30), "09:30"),
                Arguments.of(Instant.parse("2026-02-03T04:05:06Z"), "2026-02-03T04:05:06Z"),
                Arguments.of(Duration.ofMinutes(90), "PT1H30M"),
                Arguments.of(new Money(new BigDecimal("9.90"), "EUR"), "9.90 EUR"),
                Arguments.of(new Address("1 Mill Rd", " ", "", "01234", "GB"), "1 Mill Rd, 01234, GB"),
                Arguments.of(new ContactPoint("a@example.com", "work", true), "a@example.com"),
                Arguments.of(new Participant(RecordRef.of("person", "5"), true), "5"),
                Arguments.of(
                        new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)), "2026-01-01/2026-01-31"),
                Arguments.of(new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 0)), "22:00/06:00"),
                Arguments.of(new AttachmentRef("f1", "plan.pdf"), "f1"),
                Arguments.of(RecordRef.of("deal", "007"), "007"),
                Arguments.of(new Link("ContactToPerson", "12"), "12"),
                Arguments.of(new UserLink("u@example.com"), "u@example.com"),
                Arguments.of(List.of("a", 1L), "a, 1"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesTheText(Object value, String text) {
        assertThat(ValueText.of(value)).isEqualTo(text);
    }

    @Test
    void knowsEveryClassThatAFieldCanHold() {
        new RandomValues(1)
                .everyKind()
                .forEach(value -> assertThat(ValueText.of(value))
                        .as(value.getClass().getSimpleName())
                        .doesNotContain("["));
    }
}
