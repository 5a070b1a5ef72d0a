package dev.crmmigration.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void allowsTheClassesOfTheListAndListsOfThem() {
        assertThat(SampleValues.ALL).allMatch(Values::isAllowed);
        assertThat(Values.isAllowed(SampleValues.ALL)).isTrue();
        assertThat(Values.isAllowed(List.of())).isTrue();
    }

    static Stream<Object> others() {
        return Stream.of(
                5,
                1.5,
                'c',
                new StringJoiner(","),
                LocalDateTime.of(2026, 1, 1, 0, 0),
                Map.of(),
                Set.of("a"),
                List.of(List.of("a")),
                List.of("a", 5),
                FieldValue.of("a"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void refusesAllOtherClasses_namingTheClass(Object value) {
        assertThat(Values.isAllowed(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldValue.of(value))
                .withMessageContaining(
                        "a field cannot hold a " + value.getClass().getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EURO", "", "E1R", "EUR "})
    void refusesMoneyWithoutACurrencyCode(String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(BigDecimal.ONE, currency))
                .withMessageContaining("three capital letters");
    }

    @Test
    void refusesValuesThatSayNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Address("", " ", "", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactPoint(" ", "work", true));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordRef.of("person", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectType.of(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateRange(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)));
    }

    @Test
    void namesTheTypeButNoValue_whenAReferenceHasNoId() {
        assertThatThrownBy(() -> RecordRef.of("person", "")).hasMessageContaining("of type person");
    }
}
