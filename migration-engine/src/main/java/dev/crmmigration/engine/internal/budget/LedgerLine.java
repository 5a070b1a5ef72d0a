package dev.crmmigration.engine.internal.budget;

import java.time.Instant;
import java.util.Optional;

/**
 * How one allowance of one account stands.
 *
 * @param account the account
 * @param allowance the name of the allowance
 * @param limit how much may be spent within one window
 * @param spent what counts as spent in the present window or day, by us and by others
 * @param remaining what is left of it, at least 0
 * @param spentInTotal what we spent since the meter was made, whatever the window
 * @param resetsAt when it is full again, by our clock; empty if it is full, or calls are in flight
 */
public record LedgerLine(
        String account,
        String allowance,
        long limit,
        long spent,
        long remaining,
        long spentInTotal,
        Optional<Instant> resetsAt) {}
