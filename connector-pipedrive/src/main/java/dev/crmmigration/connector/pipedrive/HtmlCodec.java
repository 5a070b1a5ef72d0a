package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import org.jspecify.annotations.Nullable;

/**
 * HTML of notes. Pipedrive sanitises it, so that only its text can be compared: {@link HtmlText} says what counts.
 */
final class HtmlCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        return TextCodec.PLAIN.encode(field, value);
    }

    @Override
    public @Nullable Object decode(Object json) {
        return TextCodec.PLAIN.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        HtmlText text = HtmlText.of((String) encode(field, value));
        return text.losesMarkup() ? Stored.losing(text.text(), "unsafe-html") : Stored.as(text.text());
    }
}
