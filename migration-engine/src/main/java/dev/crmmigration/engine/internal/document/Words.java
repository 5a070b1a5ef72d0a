package dev.crmmigration.engine.internal.document;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as people read them, the same in every locale. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns a share in percent; nearly all is not all, and nearly nothing is not nothing. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "-";
        }
        double percent = 100.0 * part / whole;
        if (part < whole && percent > 99.9) {
            return "over 99.9 %";
        }
        if (part > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        return String.format(Locale.ROOT, part == whole || part == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    /** Returns a moment as it stands in a report; empty for none. */
    static String moment(String instant) {
        return instant.isEmpty() ? "" : MOMENT.format(Instant.parse(instant).truncatedTo(ChronoUnit.MINUTES));
    }

    /** Returns a duration as it stands in a report, in its two largest units. */
    static String duration(String text) {
        Duration duration = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day") + rest(duration.toHoursPart(), "h");
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h" + rest(duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min" + rest(duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() + " s";
    }

    private static String rest(int amount, String unit) {
        return amount == 0 ? "" : " " + amount + " " + unit;
    }

    /** Returns the constant of an enum or a code as words: {@code NOT_STORED} as {@code not stored}. */
    static String plain(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Returns the name of a platform as a title has it. */
    static String title(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
