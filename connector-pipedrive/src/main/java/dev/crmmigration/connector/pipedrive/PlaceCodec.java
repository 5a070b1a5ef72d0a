package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.TextCodec;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place of an activity: one line of text, which Pipedrive holds as an address. */
final class PlaceCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        return Map.of("value", TextCodec.NAME.encode(field, value));
    }

    @Override
    public @Nullable Object decode(Object json) {
        return JsonObject.of(json).flatMap(place -> place.text("value")).orElse(null);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return TextCodec.NAME.canonical(field, value);
    }
}
