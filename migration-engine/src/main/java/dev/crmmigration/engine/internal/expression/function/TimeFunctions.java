package dev.crmmigration.engine.internal.expression.function;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moments, dates, durations. A zone is always said, never that of the machine. */
final class TimeFunctions {

    private static final String A_MOMENT = "a moment";

    static final List<StandardFunction> ALL = List.of(
            StandardFunction.of("utcDate", 1, TimeFunctions::utcDate),
            StandardFunction.of("utcTime", 1, TimeFunctions::utcTime),
            StandardFunction.of("date", 2, TimeFunctions::date),
            StandardFunction.of("instant", 2, TimeFunctions::instant),
            StandardFunction.of("iso", 1, TimeFunctions::iso),
            StandardFunction.of("minutes", 1, TimeFunctions::minutes),
            StandardFunction.of("shift", 2, TimeFunctions::shift),
            StandardFunction.of("between", 2, TimeFunctions::between));

    private TimeFunctions() {}

    private static @Nullable Object utcDate(Arguments arguments) {
        Instant moment = moment(arguments, 0);
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static @Nullable Object utcTime(Arguments arguments) {
        Instant moment = moment(arguments, 0);
        return moment == null ? null : LocalTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static @Nullable Object date(Arguments arguments) {
        Instant moment = moment(arguments, 0);
        return moment == null ? null : LocalDate.ofInstant(moment, zone(arguments));
    }

    private static @Nullable Object instant(Arguments arguments) {
        LocalDate date = arguments.typed(0, LocalDate.class, "a date");
        return date == null ? null : date.atStartOfDay(zone(arguments)).toInstant();
    }

    private static @Nullable Object iso(Arguments arguments) {
        Object value = arguments.get(0);
        if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        if (value == null || value instanceof Instant || value instanceof LocalDate) {
            return value == null ? null : value.toString();
        }
        throw arguments.mismatch(0, "a moment, a date or a time");
    }

    private static @Nullable Object minutes(Arguments arguments) {
        Long minutes = arguments.typed(0, Long.class, "a whole number");
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private static @Nullable Object shift(Arguments arguments) {
        Instant moment = moment(arguments, 0);
        Duration duration = arguments.typed(1, Duration.class, "a duration");
        return moment == null || duration == null ? null : moment.plus(duration);
    }

    private static @Nullable Object between(Arguments arguments) {
        Instant start = moment(arguments, 0);
        Instant end = moment(arguments, 1);
        return start == null || end == null ? null : Duration.between(start, end);
    }

    private static @Nullable Instant moment(Arguments arguments, int index) {
        return arguments.typed(index, Instant.class, A_MOMENT);
    }

    private static ZoneId zone(Arguments arguments) {
        try {
            return ZoneId.of(Texts.strip(arguments.textOrEmpty(1)));
        } catch (DateTimeException e) {
            // Without the cause: its message quotes the value.
            throw arguments.problem("argument 2 must be a time zone such as Europe/Berlin or -05:00");
        }
    }
}
