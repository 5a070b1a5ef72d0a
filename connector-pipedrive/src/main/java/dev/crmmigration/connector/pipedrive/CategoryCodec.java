package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.destination.Stored;
import org.jspecify.annotations.Nullable;

/** The category of a product: sent as the number of an option, given back as its label. */
final class CategoryCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof String text) {
            return OptionCodec.number(key(field, text));
        }
        throw UnfitValueException.wrongType(value, "the key of an option");
    }

    /** An option is what has this key, else what has this label: a label may look like a key. */
    private static String key(FieldDescription field, String text) {
        boolean isKey = field.options().stream().map(Option::key).anyMatch(text::equals);
        return isKey ? text : field.option(text).map(Option::key).orElse(text);
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text && !text.isBlank() ? text : Ids.text(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return Stored.as(encode(field, value).toString());
    }
}
