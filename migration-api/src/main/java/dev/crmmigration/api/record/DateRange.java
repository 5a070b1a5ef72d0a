package dev.crmmigration.api.record;

import java.time.LocalDate;

/**
 * A span of calendar days.
 *
 * @param start the first day
 * @param end the last day, which belongs to the span; not before {@code start}
 */
public record DateRange(LocalDate start, LocalDate end) {

    public DateRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a date range cannot end before it starts");
        }
    }

    /** Shows that it is a range, not which. */
    @Override
    public String toString() {
        return "DateRange[...]";
    }
}
