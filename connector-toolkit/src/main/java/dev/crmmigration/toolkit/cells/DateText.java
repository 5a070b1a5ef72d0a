package dev.crmmigration.toolkit.cells;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as it is written: its numbers, not yet which of them is the day. Immutable.
 *
 * @param shape what the order of the numbers is
 * @param first the number that stands first, or the month where the order is told
 * @param second the number that stands second, or the day where the order is told
 * @param year as written
 * @param separator what stands between the numbers
 * @param time the time, or {@code null}
 * @param offset the offset, or {@code null}
 */
record DateText(
        Shape shape,
        int first,
        int second,
        int year,
        char separator,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset) {

    /** What the order of the numbers is. */
    enum Shape {
        /** Told: the year first, or the month by its name. */
        TOLD,
        /** The year last, with four digits: the column has to tell. */
        YEAR_LAST,
        /** The year last, with two digits: the column has to tell. */
        SHORT_YEAR
    }

    private static final String TIME =
            "(?:[T ,]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp]\\.?[Mm]\\.?)?)?";
    private static final String ZONE = "\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME + ZONE);
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})" + TIME + ZONE);
    private static final Pattern DAY_NAME =
            Pattern.compile("(\\d{1,2})\\.?[- /](\\p{L}{3,9})\\.?[- /,]+(\\d{4})" + TIME + ZONE);
    private static final Pattern NAME_DAY =
            Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME + ZONE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("january", "jan"),
            Map.entry("february", "feb"),
            Map.entry("march", "mar"),
            Map.entry("april", "apr"),
            Map.entry("june", "jun"),
            Map.entry("july", "jul"),
            Map.entry("august", "aug"),
            Map.entry("sept", "sep"),
            Map.entry("september", "sep"),
            Map.entry("october", "oct"),
            Map.entry("november", "nov"),
            Map.entry("december", "dec"));

    /** Returns the parts, or {@code null} if the text is no date. */
    static @Nullable DateText of(String text) {
        try {
            return parsed(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable DateText parsed(String text) {
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return told(number(matcher, 2), number(matcher, 3), number(matcher, 1), matcher, 4);
        }
        matcher = NUMBERS.matcher(text);
        if (matcher.matches()) {
            Shape shape = matcher.group(4).length() == 2 ? Shape.SHORT_YEAR : Shape.YEAR_LAST;
            char separator = matcher.group(2).charAt(0);
            return new DateText(
                    shape,
                    number(matcher, 1),
                    number(matcher, 3),
                    number(matcher, 4),
                    separator,
                    time(matcher, 5),
                    offset(matcher, 10));
        }
        matcher = DAY_NAME.matcher(text);
        if (matcher.matches()) {
            return told(month(matcher.group(2)), number(matcher, 1), number(matcher, 3), matcher, 4);
        }
        matcher = NAME_DAY.matcher(text);
        return matcher.matches()
                ? told(month(matcher.group(1)), number(matcher, 2), number(matcher, 3), matcher, 4)
                : null;
    }

    private static @Nullable DateText told(int month, int day, int year, Matcher matcher, int time) {
        DateText date = new DateText(Shape.TOLD, month, day, year, '-', time(matcher, time), offset(matcher, time + 5));
        return isDate(year, month, day) ? date : null;
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(FULL.getOrDefault(lower, lower)) + 1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable LocalTime time(Matcher matcher, int group) {
        if (matcher.group(group) == null) {
            return null;
        }
        String second = matcher.group(group + 2);
        String fraction = matcher.group(group + 3);
        String half = matcher.group(group + 4);
        int hour = number(matcher, group);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no such hour");
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(hour, number(matcher, group + 1), second == null ? 0 : Integer.parseInt(second), nanos);
    }

    private static @Nullable ZoneOffset offset(Matcher matcher, int group) {
        String text = matcher.group(group);
        if (text == null) {
            return null;
        }
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    static boolean isDate(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    boolean isTold() {
        return shape == Shape.TOLD;
    }

    /** Tells whether the numbers make a date if they are in this order. */
    boolean fits(DateOrder order, int fullYear) {
        return order == DateOrder.DAY_FIRST ? isDate(fullYear, second, first) : isDate(fullYear, first, second);
    }

    /** Returns the date in this order. */
    LocalDate date(DateOrder order, int fullYear) {
        return isTold() || order == DateOrder.MONTH_FIRST
                ? LocalDate.of(fullYear, first, second)
                : LocalDate.of(fullYear, second, first);
    }
}
