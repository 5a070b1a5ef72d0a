package dev.crmmigration.engine;

import java.time.Instant;

/**
 * The end of the migration.
 *
 * @param by who has accepted it
 * @param at since when nothing can be taken back or repaired any more
 * @param cutOverAt when the destination became the system of record
 * @param hypercareUntil until when somebody meant to look for what went wrong
 * @param driftChecks how often was looked since the cutover
 * @param repairs how many records were repaired since the cutover
 */
public record Acceptance(
        StepResult result,
        String by,
        Instant at,
        Instant cutOverAt,
        Instant hypercareUntil,
        long driftChecks,
        long repairs)
        implements Report {}
