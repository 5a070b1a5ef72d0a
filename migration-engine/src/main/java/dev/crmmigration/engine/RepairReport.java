package dev.crmmigration.engine;

import java.util.List;
import java.util.Map;

/**
 * What was wrong with single records, why, and what was done.
 *
 * @param repairs how many records or values there are of each kind of repair
 * @param first the first hundred; all are in the hypercare log
 */
public record RepairReport(StepResult result, Map<String, Long> repairs, List<Repaired> first) implements Report {

    /**
     * A record, or a value of it.
     *
     * @param effect what the record was written for
     * @param record the record at the destination; empty if there is none
     * @param field the field; empty if it is the whole record
     * @param problem {@code NONE}, {@code LOST}, {@code CHANGED}, {@code MISSING}, {@code HIDDEN}, {@code HELD}, {@code
     *     REFUSED}, {@code UNREADABLE}, or {@code NO_SOURCE}: the source has the record no more
     * @param cause {@code PEOPLE}, {@code APPS}, {@code OTHERS}, {@code NOBODY}, or the reason of what waits or was refused
     * @param repair {@code WRITTEN}, {@code RECREATED}, {@code KEPT} (the edit stays), {@code FLAGGED} (the edit stays until
     *     somebody decides), {@code FIXED} (the platform sets it once and for all), {@code HELD}, {@code REFUSED}, {@code
     *     OPEN} (the repair was interrupted) or {@code NONE}
     */
    public record Repaired(String effect, String record, String field, String problem, String cause, String repair) {}
}
