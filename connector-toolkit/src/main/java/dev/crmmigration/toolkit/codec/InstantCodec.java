package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A moment, in UTC and whole seconds: {@code 2026-01-02T03:04:05Z}, or with a blank, {@code 2026-01-02 03:04:05}. */
public final class InstantCodec implements Codec {

    /** As ISO has it. */
    public static final InstantCodec ISO = new InstantCodec(false);

    /** With a blank between date and time. */
    public static final InstantCodec SPACED = new InstantCodec(true);

    private static final DateTimeFormatter SPACED_FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final boolean spaced;

    private InstantCodec(boolean spaced) {
        this.spaced = spaced;
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        Instant moment = seconds(value);
        return spaced ? SPACED_FORM.format(moment) : moment.toString();
    }

    private static Instant seconds(Object value) {
        if (value instanceof Instant moment) {
            return moment.truncatedTo(ChronoUnit.SECONDS);
        }
        throw UnfitValueException.wrongType(value, "a moment");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text ? moment(text) : null;
    }

    /** Returns the moment that a text of either form names, whatever its offset, or {@code null} if it is empty. */
    public static @Nullable Instant moment(String text) {
        try {
            return text.contains(" ")
                    ? SPACED_FORM.parse(text, Instant::from)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        Instant seconds = seconds(value);
        return seconds.equals(value) ? Stored.as(seconds) : Stored.losing(seconds, "fraction-of-second");
    }
}
