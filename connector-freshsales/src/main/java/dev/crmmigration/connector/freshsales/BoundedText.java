package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** Text that Freshsales refuses if it is too long. It is refused before it is sent, so that the refusal names the field. */
record BoundedText(Codec text, int most) implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        String encoded = (String) text.encode(field, value);
        if (encoded.length() > most) {
            throw new UnfitValueException(
                    "TOO_LONG",
                    "The field takes no more than " + most
                            + " characters. Let the plan shorten the text, or map it to a text area.");
        }
        return encoded;
    }

    @Override
    public @Nullable Object decode(Object json) {
        return text.decode(json);
    }

    @Override
    public Stored canonical(FieldDescription field, Object value) {
        return text.canonical(field, value);
    }
}
