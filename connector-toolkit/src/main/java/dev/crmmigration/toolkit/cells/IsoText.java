package dev.crmmigration.toolkit.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date in ISO form, which most are: read by hand, as a pattern takes ten times as long.
 *
 * @param date the date
 * @param time the time, or {@code null}
 * @param offset the offset, or {@code null}
 */
record IsoText(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    private static final int DATE = 10;
    private static final int MINUTES = 16;
    private static final int SECONDS = 19;

    /** Returns the parts, or {@code null} if the text is not {@code 2025-03-04[( |T)17:05[:06[.789]][Z|+01:00]]}. */
    static @Nullable IsoText of(String text) {
        if (text.length() < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, DATE);
        if (year < 0 || !DateText.isDate(year, month, day)) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        if (text.length() == DATE) {
            return new IsoText(date, null, null);
        }
        char between = text.charAt(DATE);
        boolean hasTime = (between == 'T' || between == ' ') && text.length() >= MINUTES && text.charAt(13) == ':';
        return hasTime ? withTime(text, date) : null;
    }

    private static @Nullable IsoText withTime(String text, LocalDate date) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, MINUTES);
        boolean hasSeconds = text.length() >= SECONDS && text.charAt(MINUTES) == ':';
        int second = hasSeconds ? number(text, 17, SECONDS) : 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        int end = hasSeconds ? SECONDS : MINUTES;
        int fraction = end;
        if (hasSeconds && end < text.length() && text.charAt(end) == '.') {
            fraction = end + 1;
            while (fraction < text.length() && Character.digit(text.charAt(fraction), 10) >= 0 && fraction - end <= 9) {
                fraction++;
            }
        }
        int nanos = fraction == end
                ? 0
                : Integer.parseInt((text.substring(end + 1, fraction) + "000000000").substring(0, 9));
        LocalTime time = LocalTime.of(hour, minute, second, nanos);
        return fraction == text.length() ? new IsoText(date, time, null) : withOffset(text, fraction, date, time);
    }

    private static @Nullable IsoText withOffset(String text, int start, LocalDate date, LocalTime time) {
        if (text.charAt(start) == 'Z' && start + 1 == text.length()) {
            return new IsoText(date, time, ZoneOffset.UTC);
        }
        try {
            boolean signed = text.charAt(start) == '+' || text.charAt(start) == '-';
            return signed ? new IsoText(date, time, ZoneOffset.of(text.substring(start))) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
