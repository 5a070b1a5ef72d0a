package dev.crmmigration.api.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that expressions can call. Pure: the same arguments always give the same result, and nothing else happens.
 */
public interface MappingFunction {

    /** Returns the name, in lower camel case; unique among the functions of a migration. */
    String name();

    /** Returns a number that goes up whenever the function gives another result than before; it is approved with a plan. */
    int version();

    /**
     * Computes the result.
     *
     * @param arguments values of {@link dev.crmmigration.api.record.Values}, {@code null} where there is no value
     * @return a value of that list, or {@code null} for no value
     * @throws MappingFailedException if an argument makes no sense to it: the record is held with that reason
     */
    @Nullable
    Object apply(List<@Nullable Object> arguments);
}
