package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.record.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

    private static final CrmRecord RECORD = CrmRecord.builder("contact", "17")
            .put("name", "Ann Lee")
            .put("Shoe size", 38L)
            .put("price", new Money(new BigDecimal("9.90"), "EUR"))
            .put("home", new Address("1 Mill Rd", "Leeds", "", "01234", "GB"))
            .put("term", new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
            .put("shift", new TimeRange(LocalTime.of(22, 0), LocalTime.of(6, 0)))
            .put("company", RecordRef.of("company", "c9"))
            .put("clients", List.of("a", " ", "b"))
            .put("blank", " ")
            .put("vip", true)
            .clear("cleared")
            .build();

    private static final Evaluations LEVELS = Evaluations.with("level", Map.of("In-Progress", "open", "DONE", "won"));

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("name", "Ann Lee"),
                arguments("`Shoe size`", 38L),
                arguments("absent", null),
                arguments("cleared", null),
                arguments("$id", "17"),
                arguments("price.amount", new BigDecimal("9.90")),
                arguments("price.currency", "EUR"),
                arguments("home.street", "1 Mill Rd"),
                arguments("home.city", "Leeds"),
                arguments("home.region", null),
                arguments("home.postalCode", "01234"),
                arguments("home.country", "GB"),
                arguments("term.end", LocalDate.of(2026, 1, 31)),
                arguments("shift.start", LocalTime.of(22, 0)),
                arguments("absent.amount", null),
                arguments("null", null),
                arguments("\"text\"", "text"),
                arguments("-1.50", new BigDecimal("-1.50")),
                arguments("link(ContactToPerson, name)", new Link("ContactToPerson", "Ann Lee")),
                arguments("link(CompanyToOrganization, company)", new Link("CompanyToOrganization", "c9")),
                arguments("link(Sizes, `Shoe size`)", new Link("Sizes", "38")),
                arguments("link(ContactToPerson, absent)", null),
                arguments("link(ContactToPerson, blank)", null),
                arguments("link(Clients, clients)", List.of(new Link("Clients", "a"), new Link("Clients", "b"))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void gives(String expression, @Nullable Object value) {
        assertThat(Evaluations.among().evaluate(expression, RECORD)).isEqualTo(value);
    }

    @Test
    void takesTheFirstBranchThatHolds_andEvaluatesNoOther() {
        String failing = "number(name)";

        assertThat(Evaluations.among()
                        .evaluate(
                                "case(absent => " + failing + ", vip => \"A\", " + failing + " => \"B\", else => "
                                        + failing + ")",
                                RECORD))
                .isEqualTo("A");
        assertThat(Evaluations.among().evaluate("case(absent => 1, else => 2)", RECORD))
                .isEqualTo(2L);
        assertThat(Evaluations.among().evaluate("case(else => 3)", RECORD)).isEqualTo(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "cleared", "name", "1", "null", "false", "\"true\""})
    void doesNotHold_whenTheValueIsNotTrue(String expression) {
        assertThat(Evaluations.among().test(expression, RECORD)).isFalse();
    }

    @Test
    void holds_whenTheValueIsTrue() {
        assertThat(Evaluations.among().test("vip", RECORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"price.cents", "name.first", "$id.x", "price.currency.x", "clients.first"})
    void refusesAPartThatTheValueLacks(String expression) {
        assertThatExceptionOfType(MappingFailedException.class)
                .isThrownBy(() -> Evaluations.among().evaluate(expression, RECORD))
                .withMessageStartingWith("field " + expression + ": its value is ")
                .withMessageContaining("has no part")
                .withMessageNotContainingAny("Ann", "9.90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in progress", " IN__PROGRESS. "})
    void mapsAValueHoweverItIsSpelled(String spelling) {
        CrmRecord record = CrmRecord.builder("task", "1").put("state", spelling).build();

        assertThat(LEVELS.evaluate("map(\"level\", state)", record)).isEqualTo("open");
    }

    @Test
    void mapsEveryItemOfAList_andNothingToNothing() {
        CrmRecord record = CrmRecord.builder("task", "1")
                .put("states", List.of("done", "in progress", " "))
                .put("blank", " ")
                .build();

        assertThat(LEVELS.evaluate("map(\"level\", states)", record)).isEqualTo(List.of("won", "open"));
        assertThat(LEVELS.evaluate("map(\"level\", blank)", record)).isNull();
        assertThat(LEVELS.evaluate("map(\"level\", absent)", record)).isNull();
    }

    @Test
    void tellsTheValueApart_whenAMapLacksIt() {
        assertThatThrownBy(() -> LEVELS.evaluate("upper(map(\"level\", name))", RECORD))
                .isInstanceOfSatisfying(UnmappedValueException.class, lacking -> {
                    assertThat(lacking.map()).isEqualTo("level");
                    assertThat(lacking.value()).isEqualTo("Ann Lee");
                })
                .hasMessageContaining("'level'")
                .hasMessageNotContaining("Ann");
    }
}
