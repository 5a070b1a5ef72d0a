package dev.crmmigration.connector.pipedrive.simulator;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days that statistics look at, both included. */
record DateRange(LocalDate first, LocalDate last) {

    /** Reads {@code start_date} and {@code end_date}, which are required. */
    static DateRange of(Map<String, String> query) {
        return new DateRange(date(query, "start_date"), date(query, "end_date"));
    }

    static LocalDate date(Map<String, String> query, String parameter) {
        String given = query.getOrDefault(parameter, "");
        LocalDate day = given.length() == 10 ? RelativeDate.day(given) : null;
        if (day == null) {
            throw ApiException.badRequest(parameter + " must be a date such as 2026-01-31");
        }
        return day;
    }

    /** Tells whether a time in either form is within. */
    boolean contains(@Nullable String time) {
        LocalDate day = time == null ? null : RelativeDate.day(time);
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
