package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time of day, to the second. */
enum TimeCodec implements Codec {
    /** The due time of an activity: bare text, in UTC. */
    BARE {
        @Override
        Object json(String text) {
            return text;
        }
    },
    /** A custom field: an object, which may name a time zone; we name none. */
    CUSTOM {
        @Override
        Object json(String text) {
            return Map.of("value", text);
        }
    };

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    abstract Object json(String text);

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof LocalTime time) {
            return json(text(time));
        }
        throw UnfitValueException.wrongType(value, "a time of day");
    }

    static String text(LocalTime time) {
        return SECONDS.format(time);
    }

    @Override
    public @Nullable Object decode(Object json) {
        return time(JsonObject.of(json).map(object -> object.get("value")).orElse(json));
    }

    static @Nullable LocalTime time(@Nullable Object json) {
        try {
            return json instanceof String text ? LocalTime.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        encode(field, value);
        LocalTime seconds = ((LocalTime) value).truncatedTo(ChronoUnit.SECONDS);
        return seconds.equals(value) ? Stored.as(seconds) : Stored.losing(seconds, "fraction-of-second");
    }
}
