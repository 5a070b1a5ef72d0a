package dev.crmmigration.examples.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers and times as people read them, the same in every locale. */
public final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB");

    private Words() {}

    /** Returns a number with commas between its thousands. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number with its noun, which gets an {@code s} unless the number is one. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    public static String moment(Instant moment) {
        return MOMENT.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns a duration in its two largest units, such as {@code 2 days 4 h} or {@code 35 s}. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day") + rest(duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h" + rest(duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min" + rest(duration.toSecondsPart(), "s");
        }
        return duration.isZero() || duration.toSeconds() > 0 ? duration.toSeconds() + " s" : "less than 1 s";
    }

    private static String rest(int amount, String unit) {
        return amount == 0 ? "" : " " + amount + " " + unit;
    }

    /** Returns amounts by name in one line, such as {@code daily 1,200, burst 3}; none that are zero. */
    public static String amounts(Map<String, Long> amounts) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns a size in the largest unit of which there is at least one, such as {@code 12 MB}. */
    public static String bytes(long bytes) {
        long size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return size + " " + UNITS.get(unit);
    }

    /** Returns the beginning of a hash: enough to compare it by eye. */
    public static String shortened(String hash) {
        return hash.substring(0, 16);
    }

    public static String yesOrNo(boolean fact) {
        return fact ? "yes" : "NO";
    }
}
