package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, money, and durations where they add up like numbers. */
final class NumberFunctions {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String A_NUMBER = "a number";
    private static final String MONEY = "money";

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.of("number", 1, NumberFunctions::number),
            StandardFunction.from("plus", 2, NumberFunctions::sum),
            StandardFunction.of("minus", 2, NumberFunctions::minus),
            StandardFunction.of("times", 2, NumberFunctions::times),
            StandardFunction.of("abs", 1, NumberFunctions::abs),
            StandardFunction.of("amount", 1, NumberFunctions::amount),
            StandardFunction.of("currency", 1, NumberFunctions::currency),
            StandardFunction.of("money", 2, NumberFunctions::money));

    private NumberFunctions() {}

    /** Adds up what has a value; no value if nothing has. */
    static @Nullable Object sum(Arguments arguments) {
        Object sum = null;
        for (int index = 0; index < arguments.count(); index++) {
            Object value = arguments.get(index);
            if (value != null) {
                sum = sum == null ? summand(value, arguments, index) : add(sum, value, arguments, index);
            }
        }
        return sum;
    }

    private static Object summand(Object value, Arguments arguments, int index) {
        if (value instanceof Number || value instanceof Money || value instanceof Duration) {
            return value;
        }
        throw arguments.mismatch(index, "a number, money or a duration");
    }

    private static Object add(Object sum, Object value, Arguments arguments, int index) {
        if (sum instanceof Number && value instanceof Number) {
            return like(sum, value, decimal(sum).add(decimal(value)));
        }
        if (sum instanceof Duration one && value instanceof Duration other) {
            return one.plus(other);
        }
        if (sum instanceof Money one && value instanceof Money other) {
            if (!one.currency().equals(other.currency())) {
                throw arguments.problem("amounts in different currencies do not add up. Take one currency at a time");
            }
            return new Money(one.amount().add(other.amount()), one.currency());
        }
        throw arguments.mismatch(index, "of the kind of the others");
    }

    /** Whole numbers give a whole number, as long as it fits. */
    private static Object like(Object one, Object other, BigDecimal result) {
        boolean isWhole = one instanceof Long && other instanceof Long;
        return isWhole && result.toBigInteger().bitLength() < Long.SIZE ? (Object) result.longValueExact() : result;
    }

    private static @Nullable Object number(Arguments arguments) {
        if (arguments.get(0) instanceof Number number) {
            return number;
        }
        String text = Texts.stripped(arguments.typed(0, String.class, "text or a number"));
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw arguments.problem("a text is not a number such as -1234.50");
        }
        BigDecimal number = new BigDecimal(text);
        return number.scale() == 0 ? like(0L, 0L, number) : number;
    }

    private static @Nullable Object minus(Arguments arguments) {
        Object from = arguments.get(0);
        Object value = arguments.get(1);
        if (from == null || value == null) {
            return from == null ? null : summand(from, arguments, 0);
        }
        return add(summand(from, arguments, 0), negated(value, arguments, 1), arguments, 1);
    }

    private static Object negated(Object value, Arguments arguments, int index) {
        Object summand = summand(value, arguments, index);
        if (summand instanceof Duration duration) {
            return duration.negated();
        }
        if (summand instanceof Money money) {
            return new Money(money.amount().negate(), money.currency());
        }
        return like(summand, summand, decimal(summand).negate());
    }

    private static @Nullable Object times(Arguments arguments) {
        Object value = arguments.get(0);
        Object factor = arguments.get(1);
        if (value == null || factor == null) {
            return null;
        }
        if (!(factor instanceof Number)) {
            throw arguments.mismatch(1, A_NUMBER);
        }
        if (value instanceof Money money) {
            return new Money(money.amount().multiply(decimal(factor)), money.currency());
        }
        if (value instanceof Number) {
            return like(value, factor, decimal(value).multiply(decimal(factor)));
        }
        throw arguments.mismatch(0, "a number or money");
    }

    private static @Nullable Object abs(Arguments arguments) {
        Object value = arguments.get(0);
        if (value instanceof Money money) {
            return new Money(money.amount().abs(), money.currency());
        }
        Number number = arguments.typed(0, Number.class, "a number or money");
        return number == null ? null : like(number, number, decimal(number).abs());
    }

    private static @Nullable Object amount(Arguments arguments) {
        Money money = arguments.typed(0, Money.class, MONEY);
        return money == null ? null : money.amount();
    }

    private static @Nullable Object currency(Arguments arguments) {
        Money money = arguments.typed(0, Money.class, MONEY);
        return money == null ? null : money.currency();
    }

    private static @Nullable Object money(Arguments arguments) {
        Number amount = arguments.typed(0, Number.class, A_NUMBER);
        String currency = Texts.stripped(arguments.text(1));
        if (amount == null || currency == null) {
            return null;
        }
        String code = currency.toUpperCase(Locale.ROOT);
        if (!CURRENCY.matcher(code).matches()) {
            throw arguments.problem("argument 2 must be a currency of three letters such as EUR");
        }
        return new Money(decimal(amount), code);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) number).longValue());
    }
}
