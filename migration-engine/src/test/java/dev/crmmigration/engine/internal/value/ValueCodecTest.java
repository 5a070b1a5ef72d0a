package dev.crmmigration.engine.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCodecTest {

    private static final int SEEDS = 2000;

    @Test
    void readsBackExactlyWhatItWrote_forValuesOfAllClasses() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, FieldValue> fields = new RandomValues(seed).fields();

            String stored = ValueCodec.encode(fields);

            assertThat(ValueCodec.decode(stored)).as("seed %d", seed).isEqualTo(fields);
            assertThat(throughBytes(stored)).as("seed %d as UTF-8", seed).isEqualTo(stored);
        }
    }

    @Test
    void beginsTheHashOfEveryValueAlike_whateverTheWayToIt() {
        for (long seed = 0; seed < 200; seed++) {
            Stream.concat(
                            new RandomValues(seed).everyKind(),
                            Stream.of("", "plain text", "~", "\u007f", "a \"quote\"", "back\\slash", "tab\t"))
                    .map(FieldValue::of)
                    .filter(value -> value.value().isPresent())
                    .forEach(value -> assertThat(HexFormat.of().toHexDigits(ValueCodec.prefix(value)))
                            .isEqualTo(ValueCodec.hash(Map.of("", value)).substring(0, 16)));
        }
    }

    @Test
    void knowsEveryClassThatAFieldCanHold() {
        for (long seed = 0; seed < 50; seed++) {
            new RandomValues(seed).everyKind().forEach(value -> {
                Map<String, FieldValue> fields = Map.of("f", FieldValue.of(value));

                assertThat(ValueCodec.decode(ValueCodec.encode(fields)))
                        .as(value.getClass().getSimpleName())
                        .isEqualTo(fields);
            });
        }
    }

    /** The form lies in workspaces: a change of it makes them unreadable. */
    static Stream<Arguments> storedForms() {
        return Stream.of(
                Arguments.of("Ann \"A\"", "\"Ann \\\"A\\\"\""),
                Arguments.of(7L, "7"),
                Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(true, "true"),
                Arguments.of(new BigDecimal("1.20"), "{\"decimal\":\"1.20\"}"),
                Arguments.of(new BigDecimal("1E+3"), "{\"decimal\":\"1E+3\"}"),
                Arguments.of(new BigDecimal("0.00000001"), "{\"decimal\":\"0.00000001\"}"),
                Arguments.of(new BigDecimal("1E-999999999"), "{\"decimal\":\"1E-999999999\"}"),
                Arguments.of(LocalDate.of(2026, 2, 3), "{\"date\":\"2026-02-03\"}"),
                Arguments.of(LocalTime.of(9, 30), "{\"time\":\"09:30\"}"),
                Arguments.of(Instant.ofEpochSecond(0), "{\"instant\":\"1970-01-01T00:00:00Z\"}"),
                Arguments.of(Duration.ofMinutes(90), "{\"duration\":\"PT1H30M\"}"),
                Arguments.of(new Money(new BigDecimal("9.90"), "EUR"), "{\"money\":[\"9.90\",\"EUR\"]}"),
                Arguments.of(
                        new Address("1 Mill Rd", "", "", "01234", "GB"),
                        "{\"address\":[\"1 Mill Rd\",\"\",\"\",\"01234\",\"GB\"]}"),
                Arguments.of(
                        new ContactPoint("a@example.com", "work", true),
                        "{\"point\":[\"a@example.com\",\"work\",true]}"),
                Arguments.of(
                        new Participant(RecordRef.of("person", "5"), false),
                        "{\"participant\":[\"person\",\"5\",false]}"),
                Arguments.of(
                        new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
                        "{\"dates\":[\"2026-01-01\",\"2026-01-31\"]}"),
                Arguments.of(
                        new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 0)), "{\"times\":[\"22:00\",\"06:00\"]}"),
                Arguments.of(new AttachmentRef("f1", "plan.pdf"), "{\"file\":[\"f1\",\"plan.pdf\"]}"),
                Arguments.of(RecordRef.of("deal", "007"), "{\"ref\":[\"deal\",\"007\"]}"),
                Arguments.of(new Link("ContactToPerson", "12"), "{\"link\":[\"ContactToPerson\",\"12\"]}"),
                Arguments.of(new UserLink("u@example.com"), "{\"user\":\"u@example.com\"}"),
                Arguments.of(List.of("a", 1L, LocalDate.of(2026, 2, 3)), "[\"a\",1,{\"date\":\"2026-02-03\"}]"),
                Arguments.of(List.of(), "[]"));
    }

    @ParameterizedTest
    @MethodSource("storedForms")
    void writesTheFormThatWorkspacesHold(Object value, String form) {
        assertThat(ValueCodec.encode(Map.of("f", FieldValue.of(value)))).isEqualTo("{\"f\":" + form + "}");
    }

    @Test
    void sortsTheKeysAndWritesNull_whenAFieldIsCleared() {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("b", FieldValue.of(1L));
        fields.put("a", FieldValue.cleared());
        fields.put("B", FieldValue.of(""));

        assertThat(ValueCodec.encode(fields)).isEqualTo("{\"B\":\"\",\"a\":null,\"b\":1}");
    }

    @Test
    void keepsHalfASurrogatePair_whenTheTextIsStoredAsUtf8() {
        Map<String, FieldValue> fields = Map.of("f", FieldValue.of("cut \ud83d off 😀"));

        String stored = ValueCodec.encode(fields);

        assertThat(ValueCodec.decode(throughBytes(stored))).isEqualTo(fields);
        assertThat(stored).contains("😀");
    }

    @Test
    void readsTextsOfAnyLength() {
        Map<String, FieldValue> fields = Map.of("f", FieldValue.of("x".repeat(21_000_000)));

        assertThat(ValueCodec.decode(ValueCodec.encode(fields)).equals(fields)).isTrue();
    }

    @Test
    void hashesAlike_whenOnlyTheOrderOrTheScaleDiffers() {
        Map<String, FieldValue> one = new LinkedHashMap<>();
        one.put("a", FieldValue.of(new BigDecimal("1200.00")));
        one.put("b", FieldValue.of(List.of(new Money(new BigDecimal("0.50"), "EUR"))));
        Map<String, FieldValue> other = new LinkedHashMap<>();
        other.put("b", FieldValue.of(List.of(new Money(new BigDecimal("0.5"), "EUR"))));
        other.put("a", FieldValue.of(new BigDecimal("1.2E+3")));

        assertThat(ValueCodec.hash(one)).isEqualTo(ValueCodec.hash(other)).matches("[0-9a-f]{64}");
    }

    /** Deltas compare with the hashes of earlier runs, so a hash must never change. */
    @Test
    void hashesTheCanonicalForm() {
        Map<String, FieldValue> fields =
                Map.of("amount", FieldValue.of(new BigDecimal("1.20")), "name", FieldValue.of("Zoë"));

        // printf '{"amount":{"decimal":"1.2"},"name":"Zoë"}' | sha256sum
        assertThat(ValueCodec.hash(fields))
                .isEqualTo("78dffe5a142568d9b3baafefd6976dfb9c91287aa56de975fdce18ee8eadd6f2");
    }

    @Test
    void hashesDifferently_whenAnythingElseDiffers() {
        List<Map<String, FieldValue>> all = List.of(
                Map.of(),
                Map.of("f", FieldValue.cleared()),
                Map.of("f", FieldValue.of("")),
                Map.of("f", FieldValue.of("1")),
                Map.of("f", FieldValue.of(1L)),
                Map.of("f", FieldValue.of(new BigDecimal("1"))),
                Map.of("f", FieldValue.of(new BigDecimal("1E+999999999"))),
                Map.of("f", FieldValue.of(new BigDecimal("1E-999999999"))),
                Map.of("f", FieldValue.of(List.of("1"))),
                Map.of("f", FieldValue.of(List.of("1", "2"))),
                Map.of("f", FieldValue.of(List.of("2", "1"))),
                Map.of("f", FieldValue.of("\ud83d")),
                Map.of("f", FieldValue.of("\ud83e")),
                Map.of("F", FieldValue.of("1")));

        assertThat(all.stream().map(ValueCodec::hash)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"name\":\"Smith",
                "{\"name\":Smith}",
                "{\"name\":\"Smith\"} Smith",
                "{\"name\":{\"date\":\"Smith\"}}",
                "{\"name\":{\"smith\":\"Smith\"}}",
                "{\"name\":{\"money\":[\"1\"]}}",
                "{\"name\":{\"money\":[\"1\",\"Smith\"]}}",
                "{\"name\":{\"point\":[\"Smith\",\"work\",\"Smith\"]}}",
                "{\"name\":{\"user\":\"Smith\",\"more\":1}}",
                "{\"name\":[[\"Smith\"]]}",
                "{\"name\":[null]}",
                "{\"name\":1.5}",
                "{\"name\":99999999999999999999}"
            })
    void refusesDamagedText_withoutShowingIt(String damaged) {
        assertThatThrownBy(() -> ValueCodec.decode(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged at character")
                .hasMessageNotContaining("Smith")
                .hasNoCause();
    }

    private static String throughBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
