package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param records its live records, possibly none
 * @param next the call for the next page, if there is one
 * @param <C> a call of the platform
 */
public record Page<C>(List<CrmRecord> records, Optional<C> next) {

    public Page {
        records = List.copyOf(records);
    }
}
