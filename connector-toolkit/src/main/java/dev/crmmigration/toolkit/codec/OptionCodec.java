package dev.crmmigration.toolkit.codec;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import org.jspecify.annotations.Nullable;

/**
 * A choice whose keys are numbers. Where a platform has no field for yes and no, a {@code Boolean} is taken for the
 * option {@code Yes} or {@code No}, if the field has it.
 */
public final class OptionCodec implements Codec {

    public static final String YES = "Yes";
    public static final String NO = "No";

    @Override
    public Object encode(FieldDescription field, Object value) {
        if (value instanceof Boolean flag) {
            return number(option(field, flag ? YES : NO));
        }
        if (value instanceof String key) {
            return number(key);
        }
        throw UnfitValueException.wrongType(value, "the key of an option");
    }

    private static String option(FieldDescription field, String label) {
        return field.option(label)
                .map(Option::key)
                .orElseThrow(() -> new UnfitValueException(
                        "NO_SUCH_OPTION",
                        "The field has no option '" + label + "'. Add it to the account, or correct the mapping."));
    }

    public static Long number(String key) {
        try {
            return Long.valueOf(key);
        } catch (NumberFormatException e) {
            throw new UnfitValueException(
                    "NO_SUCH_OPTION",
                    "The value is not the key of an option, which is a number. Bind the label first.");
        }
    }

    @Override
    public @Nullable Object decode(Object json) {
        return Ids.text(json);
    }
}
