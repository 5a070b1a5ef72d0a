package dev.crmmigration.connector.thepractice.freshsales;

import dev.crmmigration.api.mapping.MappingFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code firstTen(list)}: its first ten items; a contact of Freshsales has at most ten accounts. */
final class FirstTen implements MappingFunction {

    private static final int MOST = 10;

    @Override
    public String name() {
        return "firstTen";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        Object given = arguments.get(0);
        return given instanceof List<?> list && list.size() > MOST ? List.copyOf(list.subList(0, MOST)) : given;
    }
}
