package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import org.jspecify.annotations.Nullable;

/** A choice whose keys are words, such as the status of a deal. */
public final class WordCodec implements Codec {

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof String key) {
            boolean isOption = field.options().stream().map(Option::key).anyMatch(key::equals);
            if (!isOption && !field.options().isEmpty()) {
                throw new UnfitValueException(
                        "NO_SUCH_OPTION", "The value is not the key of an option of the field. Correct the mapping.");
            }
            return key;
        }
        throw UnfitValueException.wrongType(value, "the key of an option");
    }

    @Override
    public @Nullable Object decode(Object json) {
        return json instanceof String text && !text.isEmpty() ? text : null;
    }
}
