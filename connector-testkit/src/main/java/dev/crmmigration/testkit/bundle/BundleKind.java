package dev.crmmigration.testkit.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be known of a platform's bundle to serve it as JSON.
 *
 * @param platform the name of the platform
 * @param keys the columns that tell the rows of a collection apart, by collection; others have none
 * @param numbers the columns that are numbers
 * @param flags the columns that are yes or no
 * @param lists the columns that are lists
 * @param parents for collections that the API may also give within the rows of another one: the field {@code invoices.lines}, say
 */
public record BundleKind(
        String platform,
        Map<String, List<String>> keys,
        Set<String> numbers,
        Set<String> flags,
        Set<String> lists,
        Map<String, String> parents) {

    public BundleKind {
        keys = Map.copyOf(keys);
        numbers = Set.copyOf(numbers);
        flags = Set.copyOf(flags);
        lists = Set.copyOf(lists);
        parents = Map.copyOf(parents);
    }
}
