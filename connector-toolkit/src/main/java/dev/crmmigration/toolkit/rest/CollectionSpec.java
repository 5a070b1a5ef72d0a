package dev.crmmigration.toolkit.rest;

import java.util.List;
import java.util.Map;

/**
 * A collection that can be listed.
 *
 * @param name its name in addresses, which is that of its file in a bundle
 * @param key the fields that tell its rows apart
 * @param nested fields that may hold rows of another collection, with the name of that one
 */
public record CollectionSpec(String name, List<String> key, Map<String, String> nested) {

    public CollectionSpec {
        key = List.copyOf(key);
        nested = Map.copyOf(nested);
    }

    public static CollectionSpec of(String name, List<String> key) {
        return new CollectionSpec(name, key, Map.of());
    }

    /** Returns the collection with a field that may hold rows of another one. */
    public CollectionSpec nesting(String field, String collection) {
        return new CollectionSpec(name, key, Map.of(field, collection));
    }
}
