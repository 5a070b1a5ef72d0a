package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.record.CrmRecord;
import java.time.Instant;

/** Times of records. */
final class Moments {

    private Moments() {}

    /** Returns a time of a record; the earliest of all if it has none. */
    static Instant of(CrmRecord record, String field) {
        return record.value(field).map(Instant.class::cast).orElse(Instant.MIN);
    }
}
