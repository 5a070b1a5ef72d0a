package dev.crmmigration.engine.internal.expression;

import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.engine.internal.expression.function.StandardFunctions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What becomes of the values taken from related records. */
@FunctionalInterface
interface Reducer {

    Map<String, Reducer> ALL = Map.of(
            "first", values -> values.isEmpty() ? null : values.get(0),
            "last", values -> values.isEmpty() ? null : values.get(values.size() - 1),
            "count", values -> (long) values.size(),
            "sum", StandardFunctions::sum,
            "list", StandardFunctions::list,
            "any", values -> !values.isEmpty());

    @Nullable
    Object reduce(List<Object> values);

    static Reducer named(String name) {
        Reducer reducer = ALL.get(name);
        if (reducer == null) {
            throw new MappingFailedException(unknown(name));
        }
        return reducer;
    }

    static String unknown(String name) {
        return "'" + name + "' is no way to reduce values. Use one of "
                + String.join(", ", new TreeSet<>(ALL.keySet()));
    }
}
