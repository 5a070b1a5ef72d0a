package dev.crmmigration.examples.cli.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90m}, {@code 48h}, {@code 7d}. */
final class Durations {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,6})\\s*([mhd]?)");

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param countsDays whether a number alone counts days
     * @return empty if it is none, or not longer than nothing
     */
    static Optional<Duration> parse(String text, boolean countsDays) {
        Matcher matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        Optional<Duration> duration = switch (matcher.group(2)) {
            case "m" -> Optional.of(Duration.ofMinutes(amount));
            case "h" -> Optional.of(Duration.ofHours(amount));
            case "d" -> Optional.of(Duration.ofDays(amount));
            default -> countsDays ? Optional.of(Duration.ofDays(amount)) : Optional.empty();
        };
        return duration.filter(length -> !length.isZero());
    }
}
