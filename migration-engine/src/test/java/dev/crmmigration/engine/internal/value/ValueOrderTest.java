package dev.crmmigration.engine.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.UserLink;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueOrderTest {

    @Test
    void takesNumbersAsTheSame_whenTheyAreWorthTheSame() {
        assertThat(ValueOrder.same(5L, new BigDecimal("5.00"))).isTrue();
        assertThat(ValueOrder.same(new BigDecimal("0.1"), new BigDecimal("0.10")))
                .isTrue();
        assertThat(ValueOrder.same(5L, new BigDecimal("5.01"))).isFalse();
        assertThat(ValueOrder.same(new Money(new BigDecimal("5"), "EUR"), new Money(new BigDecimal("5.00"), "EUR")))
                .isTrue();
        assertThat(ValueOrder.same(List.of(1L, "a"), List.of(new BigDecimal("1.0"), "a")))
                .isTrue();
    }

    @Test
    void takesNothingAsTheSame_whenItIsOfAnotherKind() {
        assertThat(ValueOrder.same("5", 5L)).isFalse();
        assertThat(ValueOrder.same("", null)).isFalse();
        assertThat(ValueOrder.same(null, null)).isTrue();
        assertThat(ValueOrder.same(List.of("a"), "a")).isFalse();
        assertThat(ValueOrder.same(List.of("a"), List.of("a", "b"))).isFalse();
        assertThat(ValueOrder.same(new Money(new BigDecimal("5"), "EUR"), new Money(new BigDecimal("5"), "USD")))
                .isFalse();
        assertThat(ValueOrder.same(LocalDate.of(2026, 1, 1), Instant.parse("2026-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void comparesOnlyValuesOfOneKind() {
        assertThat(ValueOrder.compare(2L, new BigDecimal("10.5"))).hasValue(-1);
        assertThat(ValueOrder.compare(Duration.ofDays(1), Duration.ofHours(25))).hasValue(-1);
        assertThat(ValueOrder.compare("a", 1L)).isEmpty();
        assertThat(ValueOrder.compare(new Money(BigDecimal.ONE, "EUR"), new Money(BigDecimal.TEN, "USD")))
                .isEmpty();
        assertThat(ValueOrder.compare(new UserLink("a@example.com"), new UserLink("b@example.com")))
                .isEmpty();
    }

    @Test
    void ordersAnyValues_andWhatHasNoneLast() {
        List<@Nullable Object> values = Arrays.asList(null, "b", 10L, "a", new BigDecimal("9.5"), true, false);

        values.sort(ValueOrder::compareAny);

        assertThat(values).containsExactly(false, true, new BigDecimal("9.5"), 10L, "a", "b", null);
    }

    @Test
    void ordersValuesOfAllClassesConsistently() {
        List<Object> values = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            new RandomValues(seed).everyKind().forEach(values::add);
        }
        List<Object> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(1));

        values.sort(ValueOrder::compareAny);
        shuffled.sort(ValueOrder::compareAny);

        for (int index = 0; index < values.size(); index++) {
            assertThat(ValueOrder.compareAny(values.get(index), shuffled.get(index)))
                    .isZero();
        }
    }

    @Test
    void ordersIdsByTheirWorth_whenTheyAreNumbers() {
        List<String> ids = Arrays.asList("b10", "10", "9", "b9", "007", "7", "18446744073709551616", "");

        ids.sort(ValueOrder::compareIds);

        assertThat(ids).containsExactly("007", "7", "9", "10", "18446744073709551616", "", "b10", "b9");
    }
}
