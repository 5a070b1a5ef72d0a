package dev.crmmigration.toolkit.linkage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a session takes: to its end, else as it says, else as the name of its service says, else an hour.
 *
 * @param minutes how long
 * @param from where that is from: {@code end}, {@code duration}, {@code service} or {@code assumed}
 * @param isWrong whether end and beginning do not go together
 */
public record SessionTimes(long minutes, String from, boolean isWrong) {

    public static final String ASSUMED = "assumed";

    private static final long HOUR = 60;
    private static final long DAY = 24 * HOUR;
    private static final Pattern IN_NAME = Pattern.compile("(?i)\\b(\\d{1,3})[ -]?min(?:ute)?s?\\b");

    public static SessionTimes of(
            Optional<Instant> start, Optional<Instant> end, Optional<Long> duration, String service) {
        long toEnd = start.isPresent() && end.isPresent()
                ? Duration.between(start.get(), end.get()).toMinutes()
                : 0;
        if (toEnd > 0) {
            return new SessionTimes(toEnd, "end", false);
        }
        boolean isWrong = toEnd < 0;
        if (isWrong && duration.isPresent() && toEnd + DAY == duration.get()) {
            return new SessionTimes(duration.get(), "end", true);
        }
        if (duration.isPresent() && duration.get() > 0) {
            return new SessionTimes(duration.get(), "duration", isWrong);
        }
        Matcher name = IN_NAME.matcher(service);
        return name.find()
                ? new SessionTimes(Long.parseLong(name.group(1)), "service", isWrong)
                : new SessionTimes(HOUR, ASSUMED, isWrong);
    }
}
