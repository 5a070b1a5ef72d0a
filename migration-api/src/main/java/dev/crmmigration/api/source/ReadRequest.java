package dev.crmmigration.api.source;

import dev.crmmigration.api.record.ObjectType;
import java.time.Instant;
import java.util.Optional;

/**
 * What to read from a source.
 *
 * @param type the object
 * @param from a position that {@link RecordCursor#position} gave earlier; empty to start from the beginning
 * @param changedSince only records changed at or after this moment; a source that cannot tell gives all
 */
public record ReadRequest(ObjectType type, Optional<String> from, Optional<Instant> changedSince) {

    public static ReadRequest all(ObjectType type) {
        return new ReadRequest(type, Optional.empty(), Optional.empty());
    }

    /** Returns the request that goes on where a cursor stood. */
    public ReadRequest from(String position) {
        return new ReadRequest(type, Optional.of(position), changedSince);
    }
}
