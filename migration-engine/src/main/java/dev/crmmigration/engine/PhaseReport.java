package dev.crmmigration.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * The reconciliation of one object of the destination, made when the last of its records has an end.
 *
 * @param number the place of the object in the plan, from 1
 * @param generation the generation of the source that was written
 * @param closedAt by the migration's clock
 * @param source how many records the source owes to the object
 * @param skipped those that are there already as they should be
 * @param held those that wait for a person or for something that is missing
 * @param deleted what was taken away because the source has it no more; not part of {@code source}
 * @param duplicates what is one and the same with another record; not part of {@code source}
 * @param there how many records of ours should be at the destination
 * @param readBack how many of them its list pages gave; empty if they were not read
 * @param note why they were not read, or empty text
 */
public record PhaseReport(
        int number,
        String object,
        int generation,
        Instant closedAt,
        long source,
        long created,
        long updated,
        long adopted,
        long skipped,
        long held,
        long failed,
        long deleted,
        long duplicates,
        long there,
        Optional<Long> readBack,
        String note) {

    /** Tells whether every record of the source has an end, and the destination, if it was asked, holds all of ours. */
    public boolean matches() {
        return source == created + updated + adopted + skipped + held + failed
                && readBack.map(found -> found == there).orElse(true);
    }
}
