package dev.crmmigration.connector.kartra;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the moment of an export from the name that Kartra gives the file. */
final class ExportName {

    /** Seen: {@code contacts_kartra_09-06-2026_6a2803f884d5c.csv}; a browser may add {@code (1)}. */
    private static final Pattern SHAPE =
            Pattern.compile(".+_(\\d{2})-(\\d{2})-(\\d{4})_([0-9a-f]{8})([0-9a-f]{5})( \\(\\d+\\))?\\.csv");

    private ExportName() {}

    /**
     * Returns the moment, which the 13 hexadecimal digits are: seconds and microseconds of PHP's {@code uniqid}.
     *
     * @return empty if the name has none, or if it is more than a day from the date in the name
     */
    static Optional<Instant> moment(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Matcher matcher = SHAPE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 3), number(matcher, 2), number(matcher, 1));
            Instant moment = Instant.ofEpochSecond(Long.parseLong(matcher.group(4), 16))
                    .plus(Long.parseLong(matcher.group(5), 16), ChronoUnit.MICROS);
            return isNear(date, moment) ? Optional.of(moment) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean isNear(LocalDate date, Instant moment) {
        LocalDate there = moment.atZone(ZoneOffset.UTC).toLocalDate();
        return Duration.between(date.atStartOfDay(), there.atStartOfDay()).abs().toDays() <= 1;
    }
}
