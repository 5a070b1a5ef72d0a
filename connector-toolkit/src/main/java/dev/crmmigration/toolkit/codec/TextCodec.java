package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Text. What a platform has no field type for, such as moments, is written as text in ISO form. A text that is too long
 * is refused by the platform, never cut.
 */
public enum TextCodec implements Codec {
    /** Any text; white space at the ends and the kind of line break do not count when texts are compared. */
    PLAIN {
        @Override
        String comparable(String text) {
            return text.replace("\r\n", "\n").replace('\r', '\n').strip();
        }
    },
    /** A name: besides, any run of white space counts as one blank, as platforms split and join names. */
    NAME {
        @Override
        String comparable(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    };

    abstract String comparable(String text);

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof String || value instanceof Long || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Instant moment) {
            return moment.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof LocalTime || value instanceof Duration) {
            return value.toString();
        }
        throw UnfitValueException.wrongType(value, "text");
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (json instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return json instanceof Long || json instanceof BigDecimal ? json.toString() : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        String text = comparable((String) encode(field, value));
        boolean exact = !(value instanceof Instant moment) || moment.equals(moment.truncatedTo(ChronoUnit.SECONDS));
        return exact ? Stored.as(text) : Stored.losing(text, "fraction-of-second");
    }
}
