package dev.crmmigration.engine.internal.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of a daily allowance on one day, by us and by others; kept in the journal, so that a restart does not
 * forget it.
 *
 * @param account the account
 * @param allowance the name of the allowance
 * @param day the day in the server's time
 * @param units how much, at least 0
 */
public record Spent(String account, String allowance, LocalDate day, long units) {

    public Spent {
        if (units < 0) {
            throw new IllegalArgumentException("spent units must not be negative but were " + units);
        }
    }

    /** Returns the record of the later day; of one day, the one that counts more. */
    static Spent later(@Nullable Spent one, Spent other) {
        if (one == null || other.day().isAfter(one.day())) {
            return other;
        }
        return other.day().equals(one.day()) && other.units() > one.units() ? other : one;
    }
}
