package dev.crmmigration.api.source;

import java.time.Duration;

/**
 * How long a move from one platform to another usually takes, from the first day to the last: with the work of people, so
 * longer than what a program does.
 *
 * @param shortest if all goes well
 * @param longest what people are told to expect at most, not shorter than that
 */
public record UsualTime(Duration shortest, Duration longest) {

    public UsualTime {
        if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("a usual time goes from a shorter one to a longer one");
        }
    }

    public static UsualTime ofHours(long shortest, long longest) {
        return new UsualTime(Duration.ofHours(shortest), Duration.ofHours(longest));
    }

    public static UsualTime ofWeeks(long shortest, long longest) {
        return new UsualTime(Duration.ofDays(7 * shortest), Duration.ofDays(7 * longest));
    }
}
