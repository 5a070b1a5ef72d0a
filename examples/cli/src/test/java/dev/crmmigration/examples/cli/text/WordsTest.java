package dev.crmmigration.examples.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void saysDurationsInTheirTwoLargestUnits() {
        assertThat(Words.duration(Duration.ofHours(52))).isEqualTo("2 days 4 h");
        assertThat(Words.duration(Duration.ofDays(1))).isEqualTo("1 day");
        assertThat(Words.duration(Duration.ofSeconds(3723))).isEqualTo("1 h 2 min");
        assertThat(Words.duration(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
        assertThat(Words.duration(Duration.ofSeconds(5))).isEqualTo("5 s");
        assertThat(Words.duration(Duration.ofMillis(5))).isEqualTo("less than 1 s");
        assertThat(Words.duration(Duration.ZERO)).isEqualTo("0 s");
    }

    @Test
    void saysMomentsInUtcWithoutFractions() {
        assertThat(Words.moment(Instant.parse("2026-11-22T08:09:10.999Z"))).isEqualTo("2026-11-22 08:09:10 UTC");
    }

    @Test
    void putsAnSBehindAllNounsButOne() {
        assertThat(Words.count(1, "record")).isEqualTo("1 record");
        assertThat(Words.count(0, "record")).isEqualTo("0 records");
        assertThat(Words.count(1000, "record")).isEqualTo("1,000 records");
    }

    @Test
    void listsAmountsInTheirOrderWithoutZeros() {
        assertThat(Words.amounts(new TreeMap<>(Map.of("daily", 1200L, "burst", 3L, "search", 0L))))
                .isEqualTo("burst 3, daily 1,200");
    }
}
