package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an activity takes, as {@code HH:MM}; seconds are left out. */
final class DurationCodec implements Codec {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2})(?::\\d{2})?");

    @Override
    public Object encode(FieldDescription field, Object value) {
        Duration minutes = minutes(value);
        return String.format(Locale.ROOT, "%02d:%02d", minutes.toHours(), minutes.toMinutesPart());
    }

    private static Duration minutes(Object value) {
        if (!(value instanceof Duration duration)) {
            throw UnfitValueException.wrongType(value, "a duration");
        }
        if (duration.isNegative()) {
            throw new UnfitValueException("NEGATIVE_DURATION", "A duration cannot be negative. Correct the record.");
        }
        return Duration.ofMinutes(duration.toMinutes());
    }

    @Override
    public @Nullable Object decode(Object json) {
        Matcher matcher = CLOCK.matcher(json instanceof String text ? text : "");
        return matcher.matches()
                ? Duration.ofHours(Long.parseLong(matcher.group(1))).plusMinutes(Long.parseLong(matcher.group(2)))
                : null;
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        Duration minutes = minutes(value);
        return minutes.equals(value) ? Stored.as(minutes) : Stored.losing(minutes, "seconds");
    }
}
