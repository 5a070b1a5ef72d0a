package dev.crmmigration.toolkit.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row that may be the same as others.
 *
 * @param id its id
 * @param updated when it was last changed
 * @param fields its values by field: texts, lists, Booleans and others; absent if empty
 */
public record Duplicate(String id, Optional<Instant> updated, Map<String, Object> fields) {

    public Duplicate {
        fields = Map.copyOf(fields);
    }

    /** Says which row it is; its values are personal data. */
    @Override
    public String toString() {
        return "Duplicate[" + id + "]";
    }
}
