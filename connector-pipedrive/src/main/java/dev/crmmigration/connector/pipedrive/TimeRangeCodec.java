package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.TimeRange;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span of the day, to the second. */
final class TimeRangeCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof TimeRange range) {
            return Map.of("value", TimeCodec.text(range.start()), "until", TimeCodec.text(range.end()));
        }
        throw UnfitValueException.wrongType(value, "a time range");
    }

    @Override
    public @Nullable Object decode(Object json) {
        JsonObject object = JsonObject.of(json).orElse(JsonObject.EMPTY);
        LocalTime start = TimeCodec.time(object.get("value"));
        LocalTime end = TimeCodec.time(object.get("until"));
        return start == null || end == null ? null : new TimeRange(start, end);
    }
}
