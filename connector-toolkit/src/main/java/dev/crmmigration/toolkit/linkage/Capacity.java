package dev.crmmigration.toolkit.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much a package holds.
 *
 * @param amount how much, in sessions or hours; {@code null} without a limit
 * @param hours whether it counts hours, else sessions
 * @param period after which it is full again, or {@code null} if never
 * @param step how many of the period make one
 * @param from the day on which the first period begins, or {@code null}
 */
public record Capacity(
        @Nullable BigDecimal amount,
        boolean hours,
        @Nullable ChronoUnit period,
        int step,
        @Nullable LocalDate from) {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    public static final Capacity UNLIMITED = new Capacity(null, false, null, 1, null);

    public static Capacity sessions(BigDecimal amount) {
        return new Capacity(amount, false, null, 1, null);
    }

    public static Capacity hours(BigDecimal amount) {
        return new Capacity(amount, true, null, 1, null);
    }

    /** Returns how much of it a session of so many minutes takes. */
    public BigDecimal of(long minutes) {
        return hours ? BigDecimal.valueOf(minutes).divide(MINUTES, 4, RoundingMode.HALF_UP) : BigDecimal.ONE;
    }

    /** Returns the number of the period that a day falls into; 0 if there are no periods. */
    public long periodOf(LocalDate day) {
        return period == null || from == null ? 0 : Math.floorDiv(period.between(from, day), step);
    }

    /** Tells whether there is room for one more beside what is taken in the same period. */
    public boolean holds(BigDecimal taken, BigDecimal more) {
        return amount == null || taken.add(more).compareTo(amount) <= 0;
    }
}
