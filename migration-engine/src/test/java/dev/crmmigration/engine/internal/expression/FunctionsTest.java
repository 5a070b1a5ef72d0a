package dev.crmmigration.engine.internal.expression;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.Address;
import dev.crmmigration.api.record.ContactPoint;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.UserLink;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every function over one record, whose field {@code none} is absent. */
class FunctionsTest {

    private static final CrmRecord RECORD = CrmRecord.builder("contact", "17")
            .put("yes", true)
            .put("no", false)
            .put("blank", " \u00a0 ")
            .put("tags", List.of("red", "blue"))
            .put("numbers", List.of(1L, new BigDecimal("2.50")))
            .put("nothing", List.of())
            .put("price", new Money(new BigDecimal("9.90"), "EUR"))
            .put("refund", new Money(new BigDecimal("-4.90"), "EUR"))
            .put("dollars", new Money(new BigDecimal("5.00"), "USD"))
            .put("start", Instant.parse("2026-03-01T23:30:15Z"))
            .put("end", Instant.parse("2026-03-02T00:15:15Z"))
            .put("day", LocalDate.of(2026, 3, 1))
            .put("hour", LocalTime.of(9, 0))
            .put("length", Duration.ofMinutes(45))
            .put("note", "a < b & \"c\"\r\nd\ne")
            .put("padded", "\ufeff\u00a0 Ann Lee\t")
            .put("emoji", "a😀b")
            .build();

    static Stream<Arguments> logic() {
        return Stream.of(
                arguments("and(yes, true)", true),
                arguments("and(yes, no)", false),
                arguments("and(yes, none)", false),
                arguments("or(no, none, yes)", true),
                arguments("or(no, none)", false),
                arguments("not(no)", true),
                arguments("not(yes)", false),
                arguments("not(none)", true),
                arguments("eq(5, 5.00)", true),
                arguments("eq(\"5\", 5)", false),
                arguments("eq(none, null)", true),
                arguments("eq(blank, null)", false),
                arguments("eq(tags, list(\"red\", \"blue\"))", true),
                arguments("ne(\"a\", \"A\")", true),
                arguments("ne(1, 1.0)", false),
                arguments("lt(9, 10)", true),
                arguments("lt(\"9\", \"10\")", false),
                arguments("lt(none, 10)", false),
                arguments("le(2, 2.0)", true),
                arguments("gt(end, start)", true),
                arguments("gt(price, refund)", true),
                arguments("gt(10, none)", false),
                arguments("ge(day, day)", true),
                arguments("ge(\"a\", \"b\")", false),
                arguments("empty(none)", true),
                arguments("empty(blank)", true),
                arguments("empty(nothing)", true),
                arguments("empty(0)", false),
                arguments("present(tags)", true),
                arguments("present(blank)", false),
                arguments("in(2, 1, 2.0)", true),
                arguments("in(\"blue\", \"green\", tags)", true),
                arguments("in(\"pink\", tags)", false),
                arguments("in(none, none, \"a\")", false),
                arguments("coalesce(none, blank, nothing, \"x\", \"y\")", "x"),
                arguments("coalesce(none, blank)", null),
                arguments("contains(\"abc\", \"bc\")", true),
                arguments("contains(\"abc\", \"B\")", false),
                arguments("contains(tags, \"red\")", true),
                arguments("contains(tags, \"re\")", false),
                arguments("contains(numbers, 2.5)", true),
                arguments("contains(none, \"a\")", false),
                arguments("contains(\"abc\", none)", false));
    }

    static Stream<Arguments> text() {
        return Stream.of(
                arguments("text(5.00)", "5"),
                arguments("text(price)", "9.90 EUR"),
                arguments("text(tags)", "red, blue"),
                arguments("text(none)", null),
                arguments("lower(\"ÄBC I\")", "äbc i"),
                arguments("lower(none)", null),
                arguments("upper(\"straße i\")", "STRASSE I"),
                arguments("trim(padded)", "Ann Lee"),
                arguments("trim(blank)", null),
                arguments("concat(\"a\", none, 5)", "a5"),
                arguments("concat(none, none)", null),
                arguments("concat(\"\")", ""),
                arguments("join(\" \", \"Ann\", none, blank, \"Lee\")", "Ann Lee"),
                arguments("join(\", \", tags, 3)", "red, blue, 3"),
                arguments("join(none, tags)", "redblue"),
                arguments("join(\" \", none, blank)", null),
                arguments("replace(\"a.b.c\", \".\", \"-\")", "a-b-c"),
                arguments("replace(\"abc\", \"b\", none)", "ac"),
                arguments("replace(\"abc\", none, \"x\")", "abc"),
                arguments("replace(none, \"a\", \"b\")", null),
                arguments("normal(\"  ACME,\u00a0 Inc. \")", "acme inc"),
                arguments("normal(\"Ａcme\u200b\")", "acme"),
                arguments("normal(\"Cafe\u0301\")", "café"),
                arguments("normal(\"C++\")", "c++"),
                arguments("normal(\" -.- \")", null),
                arguments("normal(none)", null),
                arguments("split(\"a; b;;c;\", \";\")", List.of("a", "b", "c")),
                arguments("split(\"a.b\", \".\")", List.of("a", "b")),
                arguments("split(\" ; \", \";\")", null),
                arguments("split(none, \";\")", null),
                arguments("length(emoji)", 3L),
                arguments("length(none)", 0L),
                arguments("html(note)", "a &lt; b &amp; &quot;c&quot;<br>d<br>e"),
                arguments("html(none)", null),
                arguments("truncate(emoji, 2)", "a😀"),
                arguments("truncate(\"abc\", 0)", ""),
                arguments("chunk(\"one two\", 4, 2)", "two"),
                arguments("chunk(\"one two\", 4, 3)", null),
                arguments("truncate(\"abc\", 9999999999)", "abc"),
                arguments("truncate(none, 2)", null));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments("number(\" 12 \")", 12L),
                arguments("number(\"-12.50\")", new BigDecimal("-12.50")),
                arguments("number(\"99999999999999999999\")", new BigDecimal("99999999999999999999")),
                arguments("number(7)", 7L),
                arguments("number(blank)", null),
                arguments("number(none)", null),
                arguments("plus(1, 2, 3)", 6L),
                arguments("plus(1, 0.5)", new BigDecimal("1.5")),
                arguments("plus(9223372036854775807, 1)", new BigDecimal("9223372036854775808")),
                arguments("plus(none, 2)", 2L),
                arguments("plus(none, none)", null),
                arguments("plus(price, refund)", new Money(new BigDecimal("5.00"), "EUR")),
                arguments("plus(length, length)", Duration.ofMinutes(90)),
                arguments("minus(5, 7)", -2L),
                arguments("minus(5, none)", 5L),
                arguments("minus(none, 5)", null),
                arguments("minus(0, -9223372036854775808)", new BigDecimal("9223372036854775808")),
                arguments("minus(price, refund)", new Money(new BigDecimal("14.80"), "EUR")),
                arguments("minus(length, length)", Duration.ZERO),
                arguments("times(3, 4)", 12L),
                arguments("times(price, 2)", new Money(new BigDecimal("19.80"), "EUR")),
                arguments("times(3, none)", null),
                arguments("abs(-3)", 3L),
                arguments("abs(refund)", new Money(new BigDecimal("4.90"), "EUR")),
                arguments("abs(none)", null),
                arguments("amount(price)", new BigDecimal("9.90")),
                arguments("amount(none)", null),
                arguments("currency(price)", "EUR"),
                arguments("currency(none)", null),
                arguments("money(12, \" eur \")", new Money(new BigDecimal("12"), "EUR")),
                arguments("money(none, \"EUR\")", null),
                arguments("money(12, blank)", null));
    }

    static Stream<Arguments> time() {
        return Stream.of(
                arguments("utcDate(start)", LocalDate.of(2026, 3, 1)),
                arguments("utcDate(none)", null),
                arguments("utcTime(start)", LocalTime.of(23, 30, 15)),
                arguments("utcTime(none)", null),
                arguments("date(start, \"Europe/Berlin\")", LocalDate.of(2026, 3, 2)),
                arguments("date(start, \"-05:00\")", LocalDate.of(2026, 3, 1)),
                arguments("date(none, \"Europe/Berlin\")", null),
                arguments("instant(day, \"America/New_York\")", Instant.parse("2026-03-01T05:00:00Z")),
                arguments("instant(none, \"America/New_York\")", null),
                arguments("iso(start)", "2026-03-01T23:30:15Z"),
                arguments("iso(day)", "2026-03-01"),
                arguments("iso(hour)", "09:00:00"),
                arguments("iso(none)", null),
                arguments("minutes(90)", Duration.ofMinutes(90)),
                arguments("minutes(none)", null),
                arguments("shift(start, length)", Instant.parse("2026-03-02T00:15:15Z")),
                arguments("shift(none, length)", null),
                arguments("shift(start, none)", null),
                arguments("between(start, end)", Duration.ofMinutes(45)),
                arguments("between(none, end)", null));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("list(\"a\", none, tags, \"a\")", List.of("a", "red", "blue", "a")),
                arguments("list(none, nothing)", null),
                arguments("first(tags)", "red"),
                arguments("first(\"a\")", "a"),
                arguments("first(nothing)", null),
                arguments("union(tags, \"red\", list(\"blue\", \"green\"))", List.of("red", "blue", "green")),
                arguments("union(none)", null),
                arguments("prefix(\"list_\", tags)", List.of("list_red", "list_blue")),
                arguments("prefix(\"list_\", \"a\")", "list_a"),
                arguments("prefix(\"list_\", none)", null),
                arguments("prefix(\"list_\", nothing)", null),
                arguments("size(tags)", 2L),
                arguments("size(\"a\")", 1L),
                arguments("size(none)", 0L));
    }

    static Stream<Arguments> contacts() {
        return Stream.of(
                arguments("contactPoint(padded)", new ContactPoint("Ann Lee", "", false)),
                arguments("contactPoint(\"a@example.com\", \"work\", true)", point("a@example.com", "work", true)),
                arguments("contactPoint(blank, \"work\")", null),
                arguments(
                        "contactPoints(contactPoint(none), contactPoint(\"b@example.com\", \"home\"),"
                                + " contactPoint(\"c@example.com\", \"work\"))",
                        List.of(point("b@example.com", "home", true), point("c@example.com", "work", false))),
                arguments(
                        "contactPoints(contactPoint(\"b@example.com\"), contactPoint(\"c@example.com\", \"\", true),"
                                + " contactPoint(\"d@example.com\", \"\", true))",
                        List.of(
                                point("b@example.com", "", false),
                                point("c@example.com", "", true),
                                point("d@example.com", "", false))),
                arguments(
                        "contactPoints(list(contactPoint(\"b@example.com\", \"home\"),"
                                + " contactPoint(\"B@EXAMPLE.com\", \"work\", true)), none)",
                        List.of(point("b@example.com", "home", true))),
                arguments("contactPoints(none)", null),
                arguments("address(\" 1 Mill Rd \", \"Leeds\", none, \"01234\", \"GB\")", address()),
                arguments("address(none, blank, none, none, \"\")", null),
                arguments("user(\" Ann@Example.com\")", new UserLink("ann@example.com")),
                arguments("user(blank)", null),
                arguments("normalEmail(\" Ann@EXAMPLE.com \")", "ann@example.com"),
                arguments("normalEmail(none)", null));
    }

    /** Numbers are of ranges that are set aside for fiction, where there is one. */
    static Stream<Arguments> phones() {
        return Stream.of(
                arguments("e164(\"1\", \"(202) 555-0143\")", "+12025550143"),
                arguments("e164(\"+1\", \"202.555.0143\")", "+12025550143"),
                arguments("e164(\"1\", \"12025550143\")", "+12025550143"),
                arguments("e164(\"1\", \"+1 202 555 0143\")", "+12025550143"),
                arguments("e164(none, \"+44 (0)20 7946 0958\")", "+442079460958"),
                arguments("e164(\"44\", \"020 7946 0958\")", "+442079460958"),
                arguments("e164(\"1\", \"0044 20 7946 0958\")", "+442079460958"),
                arguments("e164(\"39\", \"06 555 0143\")", "+39065550143"),
                arguments("e164(\"1-868\", \"555-0143\")", "+18685550143"),
                arguments("e164(44, \"20 7946 0958\")", "+442079460958"),
                arguments("e164(none, \"202 555 0143\", \"1\")", "+12025550143"),
                arguments("e164(\"US\", \"202 555 0143\", \"+1\")", "+12025550143"),
                arguments("e164(none, \"202 555 0143\")", "202 555 0143"),
                arguments("e164(\"1\", \"202 555 0143 ext. 7\")", "202 555 0143 ext. 7"),
                arguments("e164(\"1\", \"0143\")", "0143"),
                arguments("e164(\"1\", \"+1234\")", "+1234"),
                arguments("e164(\"1\", \"123456789012345\")", "+123456789012345"),
                arguments("e164(\"1\", \"2345678901234567\")", "2345678901234567"),
                arguments("e164(\"1\", \"call me\")", "call me"),
                arguments("e164(\"1\", blank)", null),
                arguments("e164(\"1\", none)", null));
    }

    @ParameterizedTest
    @MethodSource({"logic", "text", "numbers", "time", "lists", "contacts", "phones"})
    void gives(String expression, @Nullable Object result) {
        assertThat(Evaluations.among().evaluate(expression, RECORD)).isEqualTo(result);
    }

    @Test
    void everyFunctionIsAmongTheExamples() {
        Set<String> called = Stream.of(logic(), text(), numbers(), time(), lists(), contacts(), phones())
                .flatMap(examples -> examples)
                .map(example -> (String) example.get()[0])
                .map(example -> example.substring(0, example.indexOf('(')))
                .collect(toCollection(TreeSet::new));

        assertThat(called).isEqualTo(FunctionRegistry.standard().names());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("and(yes, padded)", "function 'and': argument 2 must be true or false but is text"),
                arguments("not(1)", "function 'not': argument 1 must be true or false but is a number"),
                arguments("lt(padded, 1)", "function 'lt': text does not compare with a number"),
                arguments("gt(start, day)", "function 'gt': a moment does not compare with a date"),
                arguments("ge(price, dollars)", "function 'ge': money does not compare with money"),
                arguments("lower(tags)", "function 'lower': argument 1 must be one value but is a list"),
                arguments("concat(\"a\", tags)", "function 'concat': argument 2 must be one value but is a list"),
                arguments("split(padded, none)", "function 'split': the separator must not be empty"),
                arguments("truncate(padded, none)", "function 'truncate': argument 2 must be 0 or more"),
                arguments("truncate(padded, -1)", "function 'truncate': argument 2 must be 0 or more"),
                arguments("truncate(padded, 1.5)", "function 'truncate': argument 2 must be a whole number"),
                arguments("number(padded)", "function 'number': a text is not a number such as -1234.50"),
                arguments("number(\"1,5\")", "function 'number': a text is not a number such as -1234.50"),
                arguments("number(yes)", "function 'number': argument 1 must be text or a number"),
                arguments("plus(1, padded)", "function 'plus': argument 2 must be of the kind of the others"),
                arguments("plus(padded, 1)", "function 'plus': argument 1 must be a number, money or a duration"),
                arguments("plus(price, 1)", "function 'plus': argument 2 must be of the kind of the others"),
                arguments("plus(price, dollars)", "function 'plus': amounts in different currencies do not add up"),
                arguments("minus(1, start)", "function 'minus': argument 2 must be a number, money or a duration"),
                arguments("times(price, price)", "function 'times': argument 2 must be a number but is money"),
                arguments("times(padded, 2)", "function 'times': argument 1 must be a number or money"),
                arguments("abs(padded)", "function 'abs': argument 1 must be a number or money"),
                arguments("amount(5)", "function 'amount': argument 1 must be money but is a number"),
                arguments("currency(padded)", "function 'currency': argument 1 must be money"),
                arguments("money(padded, \"EUR\")", "function 'money': argument 1 must be a number"),
                arguments("money(5, padded)", "function 'money': argument 2 must be a currency of three letters"),
                arguments("utcDate(day)", "function 'utcDate': argument 1 must be a moment but is a date"),
                arguments("date(start, padded)", "function 'date': argument 2 must be a time zone"),
                arguments("date(start, none)", "function 'date': argument 2 must be a time zone"),
                arguments("instant(start, \"Z\")", "function 'instant': argument 1 must be a date but is a moment"),
                arguments("iso(padded)", "function 'iso': argument 1 must be a moment, a date or a time"),
                arguments("minutes(1.5)", "function 'minutes': argument 1 must be a whole number"),
                arguments("shift(start, 5)", "function 'shift': argument 2 must be a duration but is a number"),
                arguments("contactPoints(padded)", "function 'contactPoints': all arguments must be contact points"),
                arguments("contactPoint(\"a\", \"b\", \"c\")", "function 'contactPoint': argument 3 must be true or"),
                arguments("lower()", "function 'lower' takes 1 argument but is given 0"),
                arguments("shift(start, length, 1)", "function 'shift' takes 2 arguments but is given 3"),
                arguments("in(1)", "function 'in' takes at least 2 arguments but is given 1"),
                arguments("e164(1)", "function 'e164' takes 2 to 3 arguments but is given 1"),
                arguments("minutes(9223372036854775807)", "function 'minutes' failed with java.lang.Arithmetic"),
                arguments("lowr(padded)", "there is no function 'lowr'"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void refuses_withoutShowingTheValue(String expression, String problem) {
        assertThatThrownBy(() -> Evaluations.among().evaluate(expression, RECORD))
                .isInstanceOf(MappingFailedException.class)
                .hasMessageStartingWith(problem)
                .hasMessageNotContaining("Ann Lee");
    }

    private static ContactPoint point(String value, String label, boolean primary) {
        return new ContactPoint(value, label, primary);
    }

    private static Address address() {
        return new Address("1 Mill Rd", "Leeds", "", "01234", "GB");
    }
}
