package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.record.CrmRecord;
import java.time.Instant;

/** Times of records. */
public final class Moments {

    private Moments() {}

    /** Returns a time of a record; the earliest of all if it has none. */
    public static Instant of(CrmRecord record, String field) {
        return record.value(field).map(Instant.class::cast).orElse(Instant.MIN);
    }
}
