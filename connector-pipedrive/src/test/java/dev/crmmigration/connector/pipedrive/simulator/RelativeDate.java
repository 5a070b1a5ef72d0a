package dev.crmmigration.connector.pipedrive.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a value of a filter stands for: a date, or one relative to today such as {@code last_week} (OpenAPI v1, filter helpers,
 * read 2026-08-18).
 *
 * @param first the first day
 * @param last the last day, which is not before the first
 */
record RelativeDate(LocalDate first, LocalDate last) {

    private static final Pattern STEPS = Pattern.compile("(in_)?(\\d)_(week|weeks|month|months)(_ago)?");
    private static final Pattern INTERVAL = Pattern.compile("(last|this|next)_(week|month|quarter)");

    /** Returns the days, or {@code null} if the value is no date. */
    static @Nullable RelativeDate of(String value, LocalDate today) {
        LocalDate day = day(value);
        if (day != null) {
            return new RelativeDate(day, day);
        }
        Matcher steps = STEPS.matcher(value);
        if (steps.matches()) {
            long number = Long.parseLong(steps.group(2)) * (steps.group(4) == null ? 1 : -1);
            ChronoUnit unit = steps.group(3).startsWith("week") ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
            return single(today.plus(number, unit));
        }
        Matcher interval = INTERVAL.matcher(value);
        if (interval.matches()) {
            int step = interval.group(1).equals("last") ? -1 : interval.group(1).equals("next") ? 1 : 0;
            return interval(interval.group(2), step, today);
        }
        return switch (value) {
            case "yesterday" -> single(today.minusDays(1));
            case "today", "now" -> single(today);
            case "tomorrow" -> single(today.plusDays(1));
            case "before_today" -> new RelativeDate(LocalDate.MIN, today.minusDays(1));
            case "before_tomorrow" -> new RelativeDate(LocalDate.MIN, today);
            case "later_or_today" -> new RelativeDate(today, LocalDate.MAX);
            case "later_or_tomorrow" -> new RelativeDate(today.plusDays(1), LocalDate.MAX);
            default -> null;
        };
    }

    private static RelativeDate single(LocalDate day) {
        return new RelativeDate(day, day);
    }

    private static RelativeDate interval(String unit, int step, LocalDate today) {
        return switch (unit) {
            case "week" -> {
                LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(step);
                yield new RelativeDate(monday, monday.plusDays(6));
            }
            case "month" -> {
                LocalDate start = today.withDayOfMonth(1).plusMonths(step);
                yield new RelativeDate(start, start.plusMonths(1).minusDays(1));
            }
            default -> {
                LocalDate month = today.withDayOfMonth(1);
                LocalDate start =
                        month.minusMonths((month.getMonthValue() - 1) % 3).plusMonths(3L * step);
                yield new RelativeDate(start, start.plusMonths(3).minusDays(1));
            }
        };
    }

    /** Returns the day of a date or of a time in either form, or {@code null}. */
    static @Nullable LocalDate day(String text) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Returns 0 for a day within, a negative number for one before, a positive number for one after. */
    int compared(LocalDate day) {
        if (day.isBefore(first)) {
            return -1;
        }
        return day.isAfter(last) ? 1 : 0;
    }
}
