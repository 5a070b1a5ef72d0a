package dev.crmmigration.api.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what each value of the source becomes. Values are compared in lower case, with every run of characters that are
 * neither letters nor digits taken as one space.
 *
 * @param name unique within the pair of platforms
 * @param targets what a value can become; empty if any text is allowed
 * @param entries by source value
 */
public record ValueMap(String name, List<String> targets, Map<String, String> entries) {

    public ValueMap {
        targets = List.copyOf(targets);
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
