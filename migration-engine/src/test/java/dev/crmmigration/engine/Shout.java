package dev.crmmigration.engine;

import dev.crmmigration.api.mapping.MappingFunction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A function that a mapping brings: {@code shout(name)}. */
record Shout(int version) implements MappingFunction {

    @Override
    public String name() {
        return "shout";
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        return arguments.get(0) instanceof String text ? text.toUpperCase(Locale.ROOT) + "!" : null;
    }
}
