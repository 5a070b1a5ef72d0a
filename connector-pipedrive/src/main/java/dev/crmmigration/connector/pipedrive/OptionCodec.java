package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.Option;
import org.jspecify.annotations.Nullable;

/**
 * A choice whose keys are numbers. Pipedrive has no custom field for yes and no, so that a {@code Boolean} is taken for
 * the option {@code Yes} or {@code No}, if the field has it.
 */
final class OptionCodec implements Codec {

    static final String YES = "Yes";
    static final String NO = "No";

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
                        "The field has no option '" + label + "'. Add it in Pipedrive, or correct the mapping."));
    }

    static Long number(String key) {
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
