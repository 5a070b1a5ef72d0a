package dev.crmmigration.api.mapping;

import dev.crmmigration.api.record.ObjectType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes expressions of every kind, the same ones for the same seed. */
final class RandomExpressions {

    private static final List<String> NAMES = List.of(
            "email",
            "$id",
            "_x",
            "A1",
            "else",
            "else_x",
            "else$",
            "elsewhere",
            "true",
            "null",
            "case",
            "map",
            "related",
            "Shoe size",
            "a.b",
            "1st",
            "`",
            "``a`",
            "a`b`",
            "naïve",
            "日本",
            "Amount (USD)",
            "\"",
            "",
            " ",
            "on",
            "where");

    private static final List<String> FUNCTIONS =
            List.of("lower", "and", "e164", "casing", "links", "nulls", "elsewhere");

    private static final List<String> REDUCERS = List.of("first", "last", "count", "sum", "list", "any");

    private static final String[] PIECES = {"a", " ", "\"", "\\", "\n", "\r", "\t", "`", ",", ")", "=>", "é", "😀", "n"
    };

    private final Random random;

    RandomExpressions(long seed) {
        random = new Random(seed);
    }

    Expression expression(int depth) {
        List<Supplier<Expression>> kinds = depth == 0
                ? List.of(this::field, this::constant)
                : List.of(
                        this::field,
                        this::constant,
                        () -> new Expression.Call(one(FUNCTIONS), several(depth, 4)),
                        () -> cases(depth),
                        () -> new Expression.MapValue(text(), expression(depth - 1)),
                        () -> new Expression.Link(one(NAMES), expression(depth - 1)),
                        () -> related(depth));
        return one(kinds).get();
    }

    private Expression field() {
        return new Expression.Field(IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(part -> one(NAMES))
                .toList());
    }

    private Expression constant() {
        return new Expression.Constant(value());
    }

    private @Nullable Object value() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> (long) random.nextInt(10) - 5;
            case 4 ->
                new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(12))
                        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
            default -> text();
        };
    }

    private Expression cases(int depth) {
        List<Expression.When> branches = IntStream.range(0, random.nextInt(3))
                .mapToObj(branch -> new Expression.When(expression(depth - 1), expression(depth - 1)))
                .toList();
        return new Expression.Case(branches, expression(depth - 1));
    }

    private Expression related(int depth) {
        String object = one(NAMES);
        return new Expression.Related(
                ObjectType.of(object.isBlank() ? "object" : object),
                expression(depth - 1),
                expression(depth - 1),
                random.nextBoolean() ? Expression.always() : expression(depth - 1),
                expression(depth - 1),
                one(REDUCERS),
                several(depth, 3));
    }

    private List<Expression> several(int depth, int bound) {
        return IntStream.range(0, random.nextInt(bound))
                .mapToObj(item -> expression(depth - 1))
                .toList();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
