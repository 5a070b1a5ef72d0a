package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.api.mapping.MappingFunction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of the engine.
 *
 * @param name how expressions call it
 * @param version goes up whenever it gives another result than before
 * @param fewest the fewest arguments it takes
 * @param most the most arguments it takes
 * @param body what it does
 */
public record StandardFunction(String name, int version, int fewest, int most, Body body) implements MappingFunction {

    private static final int ANY = Integer.MAX_VALUE;

    static StandardFunction of(String name, int arguments, Body body) {
        return new StandardFunction(name, 1, arguments, arguments, body);
    }

    static StandardFunction of(String name, int fewest, int most, Body body) {
        return new StandardFunction(name, 1, fewest, most, body);
    }

    /** Returns a function of any number of arguments from {@code fewest} on. */
    static StandardFunction from(String name, int fewest, Body body) {
        return new StandardFunction(name, 1, fewest, ANY, body);
    }

    @Override
    public @Nullable Object apply(List<@Nullable Object> arguments) {
        checkCount(arguments.size()).ifPresent(problem -> {
            throw new MappingFailedException(problem);
        });
        return body.apply(new Arguments(name, arguments));
    }

    /** Returns what is wrong with a number of arguments; empty if nothing is. */
    public Optional<String> checkCount(int arguments) {
        return arguments >= fewest && arguments <= most
                ? Optional.empty()
                : Optional.of("function '" + name + "' takes " + expected() + " but is given " + arguments);
    }

    private String expected() {
        if (fewest == most) {
            return plural(fewest);
        }
        return most == ANY ? "at least " + plural(fewest) : fewest + " to " + plural(most);
    }

    private static String plural(int arguments) {
        return arguments + (arguments == 1 ? " argument" : " arguments");
    }

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Arguments arguments);
    }
}
