package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A calendar date. Pipedrive gives empty ones as {@code 0000-00-00} or {@code -0001-11-30} at times. */
final class DateCodec implements Codec {

    private static final int DATE_LENGTH = 10;

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof LocalDate) {
            return value.toString();
        }
        throw UnfitValueException.wrongType(value, "a date");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text ? date(text) : null;
    }

    static @Nullable LocalDate date(String text) {
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
