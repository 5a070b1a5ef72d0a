package dev.crmmigration.connector.pipedrive.simulator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The two ways of Pipedrive to write a moment, both UTC and in whole seconds. */
final class Times {

    private static final DateTimeFormatter V1 = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Returns {@code 2026-01-31T09:30:00Z}. */
    static String v2(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns {@code 2026-01-31 09:30:00}. */
    static String v1(Instant moment) {
        return V1.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Returns {@code 2026-01-31T09:30:00.000Z}. */
    static String withMillis(Instant moment) {
        return MILLIS.format(moment);
    }

    /** Returns the moment of a time in the form of v1, or throws {@link DateTimeParseException}. */
    static Instant parseV1(String text) {
        return LocalDateTime.parse(text, V1).toInstant(ZoneOffset.UTC);
    }

    /** Returns seconds since 1970 of a time in either form; 0 if there is none. */
    static long epochSecond(String time) {
        if (time.length() < 19) {
            return 0;
        }
        return time.charAt(10) == 'T'
                ? Instant.parse(time).getEpochSecond()
                : parseV1(time).getEpochSecond();
    }

    /** Returns {@code 09:30:00} for {@code 09:30}, too. */
    static String withSeconds(String time) {
        return time.length() - time.indexOf(':') > 3 ? time : time + ":00";
    }
}
