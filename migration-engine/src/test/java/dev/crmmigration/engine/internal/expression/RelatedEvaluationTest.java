package dev.crmmigration.engine.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.Link;
import dev.crmmigration.api.record.Money;
import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelatedEvaluationTest {

    private static final CrmRecord SUBSCRIPTION = CrmRecord.builder("subscription", "5")
            .put("contact", "c1")
            .put("people", List.of("c2", "c1", "c2"))
            .build();

    private static final Evaluations SHOP = Evaluations.among(
            payment("10", "sale", LocalDate.of(2026, 1, 31), "10.00", "EUR"),
            payment("9", "rebill", LocalDate.of(2026, 2, 28), "12.50", "EUR"),
            payment("11", "rebill", LocalDate.of(2026, 2, 28), "12.50", "EUR"),
            payment("8", "failed", null, null, "EUR"),
            CrmRecord.builder("payment", "99")
                    .put("of", "6")
                    .put("kind", "sale")
                    .build(),
            CrmRecord.builder("invoice", "3")
                    .put("of", "5")
                    .put("lines", List.of("a", "b"))
                    .build(),
            CrmRecord.builder("invoice", "4").put("of", "5").put("lines", "c").build(),
            CrmRecord.builder("contact", "c1").put("name", "Ann").build(),
            CrmRecord.builder("contact", "c2").put("name", "Bob").build(),
            CrmRecord.builder("mixed", "1")
                    .put("of", "5")
                    .put("value", "text")
                    .put("long", Duration.ofMinutes(5))
                    .build(),
            CrmRecord.builder("mixed", "2")
                    .put("of", "5")
                    .put("value", 2L)
                    .put("long", Duration.ofMinutes(6))
                    .build());

    static Stream<Arguments> relations() {
        return Stream.of(
                arguments("related(payment, on: of, equals: $id, order: date)", "10"),
                arguments("related(payment, on: of, equals: $id, reduce: last, order: date)", "8"),
                arguments(
                        "related(payment, on: of, equals: $id, where: present(date), reduce: last, order: date)", "11"),
                arguments("related(payment, on: of, equals: $id, each: kind, order: date, reduce: list)", kinds()),
                arguments("related(payment, on: of, equals: $id, reduce: list)", List.of("8", "9", "10", "11")),
                arguments("related(payment, on: of, equals: $id, reduce: list, order: kind, order: date)", byKind()),
                arguments("related(payment, on: of, equals: $id, reduce: count)", 4L),
                arguments("related(payment, on: of, equals: $id, each: amount, reduce: count)", 3L),
                arguments("related(payment, on: of, equals: $id, where: eq(kind, \"gift\"), reduce: count)", 0L),
                arguments(
                        "related(payment, on: of, equals: $id, each: amount, reduce: sum)",
                        new Money(new BigDecimal("35.00"), "EUR")),
                arguments(
                        "related(payment, on: of, equals: $id, each: amount.amount, reduce: sum)",
                        new BigDecimal("35.00")),
                arguments("related(payment, on: of, equals: $id, each: number($id), reduce: sum)", 38L),
                arguments("related(mixed, on: of, equals: $id, each: long, reduce: sum)", Duration.ofMinutes(11)),
                arguments("related(payment, on: of, equals: \"7\", each: amount, reduce: sum)", null),
                arguments("related(payment, on: of, equals: \"7\", reduce: list)", null),
                arguments("related(payment, on: of, equals: \"7\")", null),
                arguments("related(payment, on: of, equals: \"7\", reduce: last)", null),
                arguments("related(payment, on: of, equals: \"7\", reduce: any)", false),
                arguments("related(payment, on: of, equals: $id, where: eq(kind, \"sale\"), reduce: any)", true),
                arguments("related(payment, on: of, equals: $id, where: kind, reduce: any)", false),
                arguments("related(payment, on: of, equals: 5, reduce: count)", 4L),
                arguments("related(payment, on: of, equals: 5.0, reduce: count)", 4L),
                arguments("related(payment, on: number(of), equals: \"5\", reduce: count)", 4L),
                arguments("related(payment, on: of, equals: null, reduce: any)", false),
                arguments("related(payment, on: of, equals: absent, reduce: any)", false),
                arguments("related(payment, on: of, equals: \" \", reduce: any)", false),
                arguments("related(invoice, on: of, equals: $id, each: lines, reduce: list)", List.of("a", "b", "c")),
                arguments("related(contact, on: $id, equals: contact, each: name)", "Ann"),
                arguments("related(contact, on: $id, equals: people, each: name, reduce: list)", List.of("Ann", "Bob")),
                arguments(
                        "related(contact, on: $id, equals: people, each: link(ContactToPerson, $id), reduce: list)",
                        List.of(new Link("ContactToPerson", "c1"), new Link("ContactToPerson", "c2"))),
                arguments("related(mixed, on: of, equals: $id, reduce: list, order: value)", List.of("2", "1")),
                arguments(
                        "related(contact, on: $id, equals: contact, each: "
                                + "related(payment, on: of, equals: \"5\", each: $id, order: date))",
                        "10"));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void gives(String expression, @Nullable Object value) {
        assertThat(SHOP.evaluate(expression, SUBSCRIPTION)).isEqualTo(value);
    }

    @Test
    void refusesToAddDifferentCurrencies() {
        Evaluations mixed = Evaluations.among(
                payment("1", "sale", LocalDate.EPOCH, "1.00", "EUR"),
                payment("2", "sale", LocalDate.EPOCH, "1.00", "USD"));

        assertThatThrownBy(() -> mixed.evaluate(
                        "related(payment, on: of, equals: $id, each: amount, reduce: sum)", SUBSCRIPTION))
                .isInstanceOf(MappingFailedException.class)
                .hasMessageStartingWith("function 'sum': amounts in different currencies do not add up");
    }

    @Test
    void refusesToAddText() {
        assertThatThrownBy(() ->
                        SHOP.evaluate("related(mixed, on: of, equals: $id, each: value, reduce: sum)", SUBSCRIPTION))
                .isInstanceOf(MappingFailedException.class)
                .hasMessageStartingWith("function 'sum': argument 1 must be a number, money or a duration but is text");
    }

    @Test
    void refusesAReducerThatThereIsNot() {
        Expression.Related related = new Expression.Related(
                ObjectType.of("payment"),
                Expression.field("of"),
                Expression.field(Expression.ID),
                Expression.always(),
                Expression.field("kind"),
                "median",
                List.of());
        Evaluator evaluator = new Evaluator(
                FunctionRegistry.standard(), (map, value) -> Optional.empty(), (relation, key) -> List.of());

        assertThatThrownBy(() -> evaluator.evaluate(related, SUBSCRIPTION))
                .isInstanceOf(MappingFailedException.class)
                .hasMessage("'median' is no way to reduce values. Use one of any, count, first, last, list, sum");
    }

    private static List<String> kinds() {
        return List.of("sale", "rebill", "rebill", "failed");
    }

    private static List<String> byKind() {
        return List.of("8", "9", "11", "10");
    }

    private static CrmRecord payment(
            String id, String kind, @Nullable LocalDate date, @Nullable String amount, String currency) {
        CrmRecord.Builder payment =
                CrmRecord.builder("payment", id).put("of", "5").put("kind", kind);
        if (date != null) {
            payment.put("date", date);
        }
        if (amount != null) {
            payment.put("amount", new Money(new BigDecimal(amount), currency));
        }
        return payment.build();
    }
}
