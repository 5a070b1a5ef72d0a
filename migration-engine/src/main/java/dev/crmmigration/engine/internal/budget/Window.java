package dev.crmmigration.engine.internal.budget;

import dev.crmmigration.api.budget.Allowance;
import java.time.Instant;
import java.util.Optional;

/** One allowance and what is spent of it. Not thread-safe. All moments are by our clock unless they say otherwise. */
sealed interface Window permits RollingAllowance, DailyAllowance {

    Allowance allowance();

    /** Takes over an allowance of the same kind and length, with other units perhaps. */
    void redeclare(Allowance allowance);

    /** Returns what counts as spent in the present window. */
    long spent(Instant now);

    /** Returns the moment at which so many units can be spent: {@code now} or earlier if at once. */
    Instant freeAt(long units, Instant now);

    /** Counts a call that is about to be made. */
    void begin(long units, Instant now);

    /** Counts a call as made: its reply is there, or will never come. */
    void settle(long units, Instant now);

    /** Corrects the count downwards; {@code resetsAt} and {@code serverTime} are by the server's clock. */
    void learn(long remaining, Optional<Instant> resetsAt, Instant serverTime, Instant now);

    /** Returns when the allowance is full again, or empty if it is full or nobody can know. */
    Optional<Instant> resetsAt(Instant now);

    default long remaining(Instant now) {
        return Math.max(0, allowance().units() - spent(now));
    }
}
