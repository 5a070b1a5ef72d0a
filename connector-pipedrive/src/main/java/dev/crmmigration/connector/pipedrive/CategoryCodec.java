package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.codec.OptionCodec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** The category of a product, which is written by its number and may be read by its label (OpenAPI v2: text). */
final class CategoryCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        return OptionCodec.number(key(field, value));
    }

    private static String key(FieldDescription field, Object value) {
        if (!(value instanceof String text)) {
            throw UnfitValueException.wrongType(value, "the key of an option");
        }
        boolean isKey = field.options().stream().anyMatch(option -> option.key().equals(text));
        return isKey ? text : field.option(text).map(Option::key).orElse(text);
    }

    @Override
    public @Nullable Object decode(Object json) {
        if (json instanceof String text) {
            return text.isBlank() ? null : text;
        }
        return Ids.text(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(key(field, value));
    }
}
