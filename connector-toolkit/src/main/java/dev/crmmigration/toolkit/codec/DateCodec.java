package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date. Empty ones come as {@code 0000-00-00} or {@code -0001-11-30} at times. Of a moment, where there is no
 * type for one, the day in UTC is kept; the plan puts the whole of it into a text field beside.
 */
public final class DateCodec implements Codec {

    private static final int DATE_LENGTH = 10;

    @Override
    public Object encode(FieldDescription field, Object value) {
        return day(value).toString();
    }

    private static LocalDate day(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof Instant moment) {
            return LocalDate.ofInstant(moment, ZoneOffset.UTC);
        }
        throw UnfitValueException.wrongType(value, "a date");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text ? date(text) : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        LocalDate day = day(value);
        return value instanceof Instant ? Stored.losing(day, "time-of-day") : Stored.as(day);
    }

    public static @Nullable LocalDate date(String text) {
        if (text.length() < DATE_LENGTH || text.startsWith("-")) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DATE_LENGTH));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
