package dev.crmmigration.toolkit.cells;

import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.toolkit.damage.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates. Which number is the day is decided for the whole column, never for a cell. */
final class DateCells {

    private static final Pattern SERIAL = Pattern.compile("[2-5]\\d{4}([.,]\\d{1,12})?|60000");
    private static final Pattern SENTINEL = Pattern.compile("0000-00-00.*|1899-12-3[01].*|1900-01-0[01]( 00:00(:00)?)?"
            + "|1970-01-01[ T]00:00(:00)?(\\.0+)?Z?|9999-12-31.*|[01]?0/[01]?[01]/1900.*|1/0/1900.*|3[01][./]12[./]1899.*"
            + "|12/3[01]/1899.*|31[./]12[./]9999.*|12/31/9999.*|00[./]00[./]0000.*");
    private static final LocalDate SERIAL_START = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int SECONDS_A_DAY = 86_400;

    private final String file;
    private final ReadingOptions options;
    private final Supplier<ColumnEvidence> evidence;

    DateCells(String file, ReadingOptions options, Supplier<ColumnEvidence> evidence) {
        this.file = file;
        this.options = options;
        this.evidence = evidence;
    }

    void read(Cell cell) {
        String text = cell.text();
        IsoText iso = IsoText.of(text);
        if ((iso == null || isOdd(iso.date())) && isSentinel(text)) {
            cell.clear(Rule.DATE_SENTINEL);
            return;
        }
        if (iso != null) {
            hold(cell, iso.date(), iso.time(), iso.offset(), text);
            return;
        }
        if (SERIAL.matcher(text).matches()) {
            readSerial(cell);
            return;
        }
        DateText date = DateText.of(text);
        if (date == null) {
            cell.misfit(Rule.BAD_DATE, "the cell is no date. Correct it, or empty it");
        } else {
            read(cell, date);
        }
    }

    /** The only days among which programs choose one for nothing. */
    private static boolean isOdd(LocalDate date) {
        int year = date.getYear();
        return year <= 1900 || year == 9999 || (year == 1970 && date.getDayOfYear() == 1);
    }

    private static boolean isSentinel(String text) {
        char first = text.charAt(0);
        boolean mayBe = first == '0' || first == '1' || first == '3' || first == '9';
        return mayBe && !text.startsWith("20", 0) && SENTINEL.matcher(text).matches();
    }

    private void readSerial(Cell cell) {
        BigDecimal serial = new BigDecimal(cell.text().replace(',', '.'));
        long seconds = serial.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime moment = SERIAL_START
                .plusDays(serial.longValue() + (options.dates1904() ? DAYS_TO_1904 : 0))
                .atStartOfDay()
                .plusSeconds(seconds);
        cell.note(Rule.XL_SERIAL);
        LocalTime time = serial.scale() > 0 || cell.column().kind() == Kind.MOMENT ? moment.toLocalTime() : null;
        hold(cell, moment.toLocalDate(), time, null, null);
    }

    private void read(Cell cell, DateText date) {
        if (date.isTold()) {
            hold(cell, date.date(DateOrder.MONTH_FIRST, date.year()), date.time(), date.offset(), null);
            return;
        }
        Integer year = year(date);
        if (year == null) {
            cell.refuse(
                    Rule.XL_YEAR2, "the year has two digits, and nothing says when the export was made. Write it out");
            return;
        }
        if (!date.fits(DateOrder.DAY_FIRST, year) && !date.fits(DateOrder.MONTH_FIRST, year)) {
            cell.misfit(Rule.BAD_DATE, "the cell is no date. Correct it, or empty it");
            return;
        }
        Optional<DateOrder> order = order(cell, date, year);
        if (order.isPresent()) {
            noteOrder(cell, date, order.get());
            hold(cell, date.date(order.get(), year), date.time(), date.offset(), null);
        }
    }

    /** What the platform itself writes is no damage. */
    private void noteOrder(Cell cell, DateText date, DateOrder order) {
        boolean isUsual = date.separator() == '-'
                && options.dashOrder().filter(order::equals).isPresent();
        if (date.shape() == DateText.Shape.SHORT_YEAR) {
            cell.note(Rule.XL_YEAR2);
        } else if (!isUsual) {
            cell.note(Rule.XL_DATE_ORDER);
        }
    }

    private @Nullable Integer year(DateText date) {
        if (date.shape() != DateText.Shape.SHORT_YEAR) {
            return date.year();
        }
        return options.exported()
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC).getYear() + 1)
                .map(last -> 2000 + date.year() > last ? 1900 + date.year() : 2000 + date.year())
                .orElse(null);
    }

    /** Returns the order, or nothing after the cell was refused. */
    private Optional<DateOrder> order(Cell cell, DateText date, int year) {
        ColumnEvidence column = evidence.get();
        boolean dayFirst = date.fits(DateOrder.DAY_FIRST, year);
        boolean monthFirst = date.fits(DateOrder.MONTH_FIRST, year);
        if (column.isMixed(cell.position())) {
            return ofMixed(cell, date, dayFirst, monthFirst);
        }
        Optional<DateOrder> order = column.dateOrder(cell.position());
        if (order.isPresent()) {
            boolean fits = order.get() == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
            if (!fits) {
                cell.misfit(Rule.BAD_DATE, "the cell is no date in the order of its column. Correct it, or empty it");
            }
            return fits ? order : Optional.empty();
        }
        if (date.first() == date.second()) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        throw new ConfigurationException(
                "file " + file + ", column '" + cell.column().header()
                        + "' has dates that are right with the day first and with the month first ("
                        + Rule.XL_DATE_ORDER + "). Say which it is with the setting 'dateOrder'");
    }

    private static Optional<DateOrder> ofMixed(Cell cell, DateText date, boolean dayFirst, boolean monthFirst) {
        if (date.first() == date.second() || !monthFirst) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        if (!dayFirst) {
            return Optional.of(DateOrder.MONTH_FIRST);
        }
        cell.refuse(
                Rule.XL_DATE_ORDER,
                "the column writes some dates with the day first and some with the month. Correct it");
        return Optional.empty();
    }

    private void hold(
            Cell cell, LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset, @Nullable String text) {
        if (cell.column().kind() == Kind.DATE) {
            if (time != null && !time.equals(LocalTime.MIDNIGHT) && text == null) {
                cell.note(Rule.BAD_DATE);
            }
            cell.hold(date, text == null ? date.toString() : text);
            return;
        }
        LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
        String written = text != null
                ? text
                : time == null ? date.toString() : local + (offset == null ? "" : offset.toString());
        Instant instant = offset != null ? local.toInstant(offset) : inZone(cell, local);
        if (instant == null) {
            cell.hold(written, written);
        } else {
            cell.hold(instant, written);
        }
    }

    private @Nullable Instant inZone(Cell cell, LocalDateTime local) {
        ZoneId zone = options.zone().orElse(null);
        if (zone == null) {
            return null;
        }
        if (zone.getRules().getValidOffsets(local).size() != 1) {
            cell.note(Rule.TZ_AMBIG);
        }
        return local.atZone(zone).toInstant();
    }
}
