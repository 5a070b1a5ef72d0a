package dev.crmmigration.api.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final int SEEDS = 3000;

    private static final Expression A = Expression.field("a");
    private static final Expression B = Expression.field("b");

    @Test
    void readsBackWhatItPrinted() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Expression expression = new RandomExpressions(seed).expression(3);

            String printed = expression.toString();

            assertThat(Expression.parse(printed))
                    .as("seed %d: %s", seed, printed)
                    .isEqualTo(expression);
            kinds.add(expression.getClass().getSimpleName());
        }
        assertThat(kinds).containsExactly("Call", "Case", "Constant", "Field", "Link", "MapValue", "Related");
    }

    @Test
    void readsItOrPointsAtTheMistake_whenALetterIsLost() {
        for (long seed = 0; seed < SEEDS / 10; seed++) {
            String printed = new RandomExpressions(seed).expression(2).toString();
            for (int at = 0; at < printed.length(); at++) {
                String broken = printed.substring(0, at) + printed.substring(at + 1);
                assertThat(readsOrPointsInto(broken)).as(broken).isTrue();
            }
        }
    }

    private static boolean readsOrPointsInto(String text) {
        try {
            return Expression.parse(text) != null;
        } catch (ExpressionSyntaxException e) {
            return e.position() >= 0 && e.position() <= text.length();
        }
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                arguments(" email ", Expression.field("email")),
                arguments("$id", Expression.field(Expression.ID)),
                arguments("`Shoe size`", Expression.field("Shoe size")),
                arguments("`a``b`", Expression.field("a`b")),
                arguments("`else`", Expression.field("else")),
                arguments("`true`", Expression.field("true")),
                arguments("case", Expression.field("case")),
                arguments("price.amount", new Expression.Field(List.of("price", "amount"))),
                arguments("`a.b` . `c d`", new Expression.Field(List.of("a.b", "c d"))),
                arguments("\"a \\\"b\\\" \\\\ \\n\\r\\t\"", Expression.constant("a \"b\" \\ \n\r\t")),
                arguments("\"\"", Expression.constant("")),
                arguments("-12", Expression.constant(-12L)),
                arguments("1.50", Expression.constant(new BigDecimal("1.50"))),
                arguments("5.", Expression.constant(new BigDecimal("5"))),
                arguments("true", Expression.always()),
                arguments("false", Expression.constant(false)),
                arguments("null", new Expression.Constant(null)),
                arguments("now()", Expression.call("now")),
                arguments("lower ( a )", Expression.call("lower", A)),
                arguments("eq(a,b)", Expression.call("eq", A, B)),
                arguments("case(a => b, else => a)", new Expression.Case(List.of(new Expression.When(A, B)), A)),
                arguments(
                        "case(else_x => b, else=>a)",
                        new Expression.Case(List.of(new Expression.When(Expression.field("else_x"), B)), A)),
                arguments("map( \"kinds\", a)", new Expression.MapValue("kinds", A)),
                arguments("link(ContactToPerson, a)", new Expression.Link("ContactToPerson", A)),
                arguments("link(`A to B`, a)", new Expression.Link("A to B", A)),
                arguments(
                        "related(sale, on: a, equals: b)",
                        related(Expression.always(), Expression.field("$id"), "first", List.of())),
                arguments(
                        "related(sale, order: a, reduce: sum, each: b, equals: b, where: a, on: a, order: b)",
                        related(A, B, "sum", List.of(A, B))));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void reads(String text, Expression expression) {
        assertThat(Expression.parse(text)).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coalesce(company, concat(first_name, \" \", last_name))",
                "case(eq(type, \"sale\") => \"won\", else => \"open\")",
                "map(\"transactionType\", Transaction_Type)",
                "link(ContactToPerson, lead_id)",
                "related(transaction, on: subscription_id, equals: $id, where: eq(type, \"rebill\"), each: `Amount (USD)`,"
                        + " reduce: sum, order: Date)",
                "price.amount",
                "-1.50"
            })
    void printsAsItWasWritten(String text) {
        assertThat(Expression.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                    | 0  | an expression is missing
            ~   ~                                 | 3  | an expression is missing
            lower(                                | 6  | an expression is missing
            lower(a                               | 7  | ')' is missing
            lower(a b)                            | 8  | ')' is missing
            lower(a,)                             | 8  | a name is missing
            a b                                   | 2  | there is more after the end
            lower(a))                             | 8  | there is more after the end
            "abc                                  | 0  | the closing " is missing
            lower("abc)                           | 6  | the closing " is missing
            `abc                                  | 0  | the closing ` is missing
            "a\\d"                                 | 2  | '\\d' is not one of
            else                                  | 0  | 'else' cannot stand here
            eq(a, else)                           | 6  | 'else' cannot stand here
            naïve                                 | 0  | 'naïve' is a name that needs backticks
            eq(a, Größe)                          | 6  | 'Größe' is a name that needs backticks
            *                                     | 0  | a name is missing
            a.                                    | 2  | a name is missing
            -                                     | 0  | '-' is not a number
            1.2.3                                 | 0  | '1.2.3' is not a number
            99999999999999999999                  | 0  | '99999999999999999999' is not a number
            1a                                    | 1  | there is more after the end
            case(a => b)                          | 11 | ',' is missing
            case(a, else => b)                    | 6  | '=>' is missing
            case(else b)                          | 10 | '=>' is missing
            map(a, b)                             | 4  | text in double quotes is missing
            map("a")                              | 7  | ',' is missing
            link("a", b)                          | 5  | a name is missing
            link(A)                               | 6  | ',' is missing
            related(sale)                         | 13 | related needs 'on:'
            related(sale, on: a)                  | 20 | related needs 'equals:'
            related(``, on: a, equals: b)         | 8  | the name of an object is missing
            related(sale, at: a)                  | 14 | 'at' is not one of on, equals
            related(sale, on: a, on: b)           | 21 | 'on' is there twice
            related(sale, on a)                   | 17 | ':' is missing
            related(sale, on: a, reduce: median)  | 29 | 'median' is not one of
            `lower`(a)                            | 7  | there is more after the end
            """)
    void saysWhereATextIsWrong(String text, int position, String problem) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOfSatisfying(
                        ExpressionSyntaxException.class,
                        wrong -> assertThat(wrong.position()).isEqualTo(position))
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith(" at character " + (position + 1));
    }

    @Test
    void callsTheVisitorOfItsKind() {
        List<String> visited = new ArrayList<>();
        Expression.Visitor<Boolean> visitor = new Recorder(visited);

        Stream.of("a", "1", "f(a)", "case(else => a)", "map(\"m\", a)", "link(L, a)", "related(o, on: a, equals: b)")
                .map(Expression::parse)
                .forEach(expression -> expression.accept(visitor));

        assertThat(visited).containsExactly("field", "constant", "call", "case", "map", "link", "related");
    }

    @Test
    void givesItsChildrenFromLeftToRight() {
        Expression c = Expression.field("c");

        assertThat(Expression.parse("f(a, b)").children()).containsExactly(A, B);
        assertThat(Expression.parse("case(a => b, b => c, else => a)").children())
                .containsExactly(A, B, B, c, A);
        assertThat(Expression.parse("map(\"m\", a)").children()).containsExactly(A);
        assertThat(Expression.parse("link(L, a)").children()).containsExactly(A);
        assertThat(Expression.parse("related(o, on: a, equals: b, each: c)").children())
                .containsExactly(B);
        assertThat(Expression.parse("a").children()).isEmpty();
    }

    private static Expression related(Expression where, Expression each, String reduce, List<Expression> order) {
        return new Expression.Related(ObjectType.of("sale"), A, B, where, each, reduce, order);
    }

    private record Recorder(List<String> visited) implements Expression.Visitor<Boolean> {
        @Override
        public Boolean field(Expression.Field expression) {
            return visited.add("field");
        }

        @Override
        public Boolean constant(Expression.Constant expression) {
            return visited.add("constant");
        }

        @Override
        public Boolean call(Expression.Call expression) {
            return visited.add("call");
        }

        @Override
        public Boolean cases(Expression.Case expression) {
            return visited.add("case");
        }

        @Override
        public Boolean mapValue(Expression.MapValue expression) {
            return visited.add("map");
        }

        @Override
        public Boolean link(Expression.Link expression) {
            return visited.add("link");
        }

        @Override
        public Boolean related(Expression.Related expression) {
            return visited.add("related");
        }
    }
}
