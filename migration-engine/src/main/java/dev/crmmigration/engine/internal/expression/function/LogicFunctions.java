package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.engine.internal.value.ValueKind;
import dev.crmmigration.engine.internal.value.ValueOrder;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Truth, comparison, presence. Logic knows two values only: no value counts as false. */
final class LogicFunctions {

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.from("and", 1, LogicFunctions::and),
            StandardFunction.from("or", 1, LogicFunctions::or),
            StandardFunction.of("not", 1, arguments -> !arguments.isTrue(0)),
            StandardFunction.of("eq", 2, arguments -> ValueOrder.same(arguments.get(0), arguments.get(1))),
            StandardFunction.of("ne", 2, arguments -> !ValueOrder.same(arguments.get(0), arguments.get(1))),
            StandardFunction.of("lt", 2, arguments -> compares(arguments, order -> order < 0)),
            StandardFunction.of("le", 2, arguments -> compares(arguments, order -> order <= 0)),
            StandardFunction.of("gt", 2, arguments -> compares(arguments, order -> order > 0)),
            StandardFunction.of("ge", 2, arguments -> compares(arguments, order -> order >= 0)),
            StandardFunction.of("empty", 1, arguments -> isEmpty(arguments.get(0))),
            StandardFunction.of("present", 1, arguments -> !isEmpty(arguments.get(0))),
            StandardFunction.from("in", 2, LogicFunctions::in),
            StandardFunction.from("coalesce", 1, LogicFunctions::coalesce),
            StandardFunction.of("contains", 2, LogicFunctions::contains));

    private LogicFunctions() {}

    /** Tells whether there is nothing to see: no value, blank text, a list without items. */
    static boolean isEmpty(@Nullable Object value) {
        if (value instanceof String text) {
            return Texts.strip(text).isEmpty();
        }
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    /** All arguments are looked at, so that a wrong one shows on every record. */
    private static Object and(Arguments arguments) {
        return IntStream.range(0, arguments.count()).filter(arguments::isTrue).count() == arguments.count();
    }

    private static Object or(Arguments arguments) {
        return IntStream.range(0, arguments.count()).filter(arguments::isTrue).count() > 0;
    }

    private static Object compares(Arguments arguments, IntPredicate holds) {
        Object left = arguments.get(0);
        Object right = arguments.get(1);
        if (left == null || right == null) {
            return false;
        }
        return holds.test(
                ValueOrder.compare(left, right).orElseThrow(() -> arguments.problem(cannotCompare(left, right))));
    }

    private static String cannotCompare(Object left, Object right) {
        return ValueKind.of(left) + " does not compare with " + ValueKind.of(right)
                + ". Compare values of one kind that has an order, and money of one currency";
    }

    private static Object in(Arguments arguments) {
        Object value = arguments.get(0);
        return value != null && arguments.flat(1).stream().anyMatch(item -> ValueOrder.same(value, item));
    }

    private static @Nullable Object coalesce(Arguments arguments) {
        for (int index = 0; index < arguments.count(); index++) {
            if (!isEmpty(arguments.get(index))) {
                return arguments.get(index);
            }
        }
        return null;
    }

    private static Object contains(Arguments arguments) {
        Object part = arguments.get(1);
        if (part == null) {
            return false;
        }
        if (arguments.get(0) instanceof List<?> list) {
            return list.stream().anyMatch(item -> ValueOrder.same(part, item));
        }
        return arguments.textOrEmpty(0).contains(arguments.textOrEmpty(1));
    }
}
