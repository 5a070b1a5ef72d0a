package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.record.DateRange;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.DateCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span of days. */
final class DateRangeCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof DateRange range) {
            return Map.of(
                    "value", range.start().toString(), "until", range.end().toString());
        }
        throw UnfitValueException.wrongType(value, "a date range");
    }

    @Override
    public @Nullable Object decode(Object json) {
        JsonObject object = JsonObject.of(json).orElse(JsonObject.EMPTY);
        LocalDate start = DateCodec.date(object.text("value").orElse(""));
        LocalDate end = DateCodec.date(object.text("until").orElse(""));
        return start == null || end == null || end.isBefore(start) ? null : new DateRange(start, end);
    }
}
