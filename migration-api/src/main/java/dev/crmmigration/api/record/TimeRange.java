package dev.crmmigration.api.record;

import java.time.LocalTime;

/**
 * A span of the day. One that ends before it starts runs over midnight.
 *
 * @param start its beginning
 * @param end its end
 */
public record TimeRange(LocalTime start, LocalTime end) {

    /** Shows that it is a range, not which. */
    @Override
    public String toString() {
        return "TimeRange[...]";
    }
}
