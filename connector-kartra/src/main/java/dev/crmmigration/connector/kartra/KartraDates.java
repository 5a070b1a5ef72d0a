package dev.crmmigration.connector.kartra;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the dates of Kartra's files, which name no zone. Immutable. */
final class KartraDates {

    private static final String NONE = "0000-00-00";
    private static final Pattern WITH_OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}-.*");
    private static final Pattern DAY_AND_NUMBER = Pattern.compile("\\d\\d-.*");

    private static final DateTimeFormatter YEAR_MONTH_DAY = shape("uuuu-MM-dd[['T'][ ]HH:mm[:ss[.SSSSSS][.SSS]]]");
    private static final DateTimeFormatter DAY_MONTH_YEAR = shape("dd-MM-uuuu[ HH:mm[:ss]]");
    private static final DateTimeFormatter DAY_NAME_YEAR = shape("d MMM uuuu[ HH:mm[:ss]]");

    private final ZoneId zone;

    KartraDates(ZoneId zone) {
        this.zone = zone;
    }

    private static DateTimeFormatter shape(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads a date; one without time is its first moment.
     *
     * @return {@code null} for the date that Kartra writes if there is none
     */
    @Nullable
    Instant read(String column, String text, Row row) throws RowRefusedException {
        if (text.startsWith(NONE)) {
            row.repaired(column, "null-word", text);
            return null;
        }
        try {
            if (WITH_OFFSET.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
            TemporalAccessor read = shapeOf(text).parseBest(text, LocalDateTime::from, LocalDate::from);
            return read instanceof LocalDateTime time
                    ? inZone(column, time, text, row)
                    : LocalDate.from(read).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new RowRefusedException(
                    column,
                    "date: the cell is none of the dates that Kartra writes, such as 2024-03-31 17:05:00, 31-03-2024 or"
                            + " 31 Mar 2024 17:05. Correct it");
        }
    }

    private static DateTimeFormatter shapeOf(String text) {
        if (YEAR_FIRST.matcher(text).matches()) {
            return YEAR_MONTH_DAY;
        }
        return DAY_AND_NUMBER.matcher(text).matches() ? DAY_MONTH_YEAR : DAY_NAME_YEAR;
    }

    /** A clock that is put forward skips an hour and one that is put back repeats it: neither has one reading. */
    private Instant inZone(String column, LocalDateTime time, String text, Row row) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() != 1) {
            row.repaired(column, offsets.isEmpty() ? "skipped-hour" : "repeated-hour", text);
        }
        return time.atZone(zone).toInstant();
    }
}
