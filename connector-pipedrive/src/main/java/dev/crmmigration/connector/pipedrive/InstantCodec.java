package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A moment, in UTC and whole seconds: {@code 2026-01-02T03:04:05Z} in v2, {@code 2026-01-02 03:04:05} in v1. */
final class InstantCodec implements Codec {

    private static final DateTimeFormatter V1 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final boolean v1;

    InstantCodec(boolean v1) {
        this.v1 = v1;
    }

    @Override
    public Object encode(FieldDescription field, Object value) {
        Instant moment = seconds(value);
        return v1 ? V1.format(moment) : moment.toString();
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

    /** Returns the moment that a text of either version names, or {@code null} if it is empty. */
    static @Nullable Instant moment(String text) {
        try {
            return text.contains(" ") ? V1.parse(text, Instant::from) : Instant.parse(text);
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
