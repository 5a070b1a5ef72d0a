package dev.crmmigration.toolkit.cells;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the customer, or a manifest, says about cells that do not say it themselves. Immutable.
 *
 * @param zone the zone of times that name none; without it moments stay text
 * @param dateOrder the order of dates in columns that show none
 * @param dashOrder the order of dates with dashes, such as 03-04-2025, where the platform itself writes them
 * @param decimalMark the decimal mark of columns that show none
 * @param region the ISO code of the country of phone numbers and postal codes that name none
 * @param exported when the export was made: two-digit years are not later than the year after it
 * @param dates1904 whether the workbook counted days from 1904
 */
public record ReadingOptions(
        Optional<ZoneId> zone,
        Optional<DateOrder> dateOrder,
        Optional<DateOrder> dashOrder,
        Optional<DecimalMark> decimalMark,
        Optional<String> region,
        Optional<Instant> exported,
        boolean dates1904) {

    /** Nothing is known: what needs it is put aside, or asked for. */
    public static final ReadingOptions NONE = new ReadingOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);

    public ReadingOptions zone(ZoneId value) {
        return new ReadingOptions(Optional.of(value), dateOrder, dashOrder, decimalMark, region, exported, dates1904);
    }

    public ReadingOptions dateOrder(DateOrder value) {
        return new ReadingOptions(zone, Optional.of(value), dashOrder, decimalMark, region, exported, dates1904);
    }

    public ReadingOptions dashOrder(DateOrder value) {
        return new ReadingOptions(zone, dateOrder, Optional.of(value), decimalMark, region, exported, dates1904);
    }

    public ReadingOptions decimalMark(DecimalMark value) {
        return new ReadingOptions(zone, dateOrder, dashOrder, Optional.of(value), region, exported, dates1904);
    }

    public ReadingOptions region(String isoCode) {
        return new ReadingOptions(zone, dateOrder, dashOrder, decimalMark, Optional.of(isoCode), exported, dates1904);
    }

    public ReadingOptions exported(Instant value) {
        return new ReadingOptions(zone, dateOrder, dashOrder, decimalMark, region, Optional.of(value), dates1904);
    }

    public ReadingOptions withDates1904() {
        return new ReadingOptions(zone, dateOrder, dashOrder, decimalMark, region, exported, true);
    }
}
