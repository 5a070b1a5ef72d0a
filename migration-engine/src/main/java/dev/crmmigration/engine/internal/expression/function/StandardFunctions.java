package dev.crmmigration.engine.internal.expression.function;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The standard library. */
public final class StandardFunctions {

    private static final List<StandardFunction> ALL = Stream.of(
                    LogicFunctions.ALL,
                    TextFunctions.ALL,
                    NumberFunctions.ALL,
                    TimeFunctions.ALL,
                    ListFunctions.ALL,
                    ContactFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    private StandardFunctions() {}

    public static List<StandardFunction> all() {
        return ALL;
    }

    /** Adds values up, as the reducer {@code sum} does: as {@code plus}, no value if there are none. */
    public static @Nullable Object sum(List<Object> values) {
        return NumberFunctions.sum(new Arguments("sum", values));
    }

    /** Returns the values as one list, as the reducer {@code list} does: no value if there are none. */
    public static @Nullable Object list(List<Object> values) {
        return ListFunctions.orNone(new Arguments("list", values).flat());
    }
}
