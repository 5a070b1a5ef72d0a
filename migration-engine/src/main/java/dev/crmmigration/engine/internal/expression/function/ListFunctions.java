package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists. One value may stand for a list of one; a list of nothing is no value. */
final class ListFunctions {

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.from("list", 1, arguments -> orNone(arguments.flat())),
            StandardFunction.of("first", 1, ListFunctions::first),
            StandardFunction.from(
                    "union", 1, arguments -> orNone(new ArrayList<>(new LinkedHashSet<>(arguments.flat())))),
            StandardFunction.of("prefix", 2, ListFunctions::prefix),
            StandardFunction.of("size", 1, arguments -> (long) arguments.flat().size()));

    private ListFunctions() {}

    /** Returns a list that a field may hold, or {@code null} if there is nothing in it. */
    static @Nullable List<Object> orNone(List<?> items) {
        return items.isEmpty() ? null : List.copyOf(items);
    }

    private static @Nullable Object first(Arguments arguments) {
        List<Object> items = arguments.flat();
        return items.isEmpty() ? null : items.get(0);
    }

    private static @Nullable Object prefix(Arguments arguments) {
        String prefix = arguments.textOrEmpty(0);
        List<String> prefixed = arguments.flat(1).stream()
                .map(item -> prefix + ValueText.of(item))
                .toList();
        if (prefixed.isEmpty()) {
            return null;
        }
        return arguments.get(1) instanceof List<?> ? prefixed : prefixed.get(0);
    }
}
