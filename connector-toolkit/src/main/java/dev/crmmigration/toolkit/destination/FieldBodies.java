package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.toolkit.codec.Codec;
import dev.crmmigration.toolkit.codec.UnfitValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of fields, one by one, and says of each that cannot be written why.
 *
 * @param platform the platform's name as people write it, for messages
 * @param codecs the codec of a field
 */
public record FieldBodies(String platform, Function<FieldDescription, Codec> codecs) {

    /**
     * The fields of a body.
     *
     * @param trees the JSON of every field that can be written
     * @param errors why the others cannot
     */
    public record Encoded(Map<FieldDescription, @Nullable Object> trees, List<FieldError> errors) {}

    /**
     * Encodes the fields of a write.
     *
     * @param fields the fields of the object, by key
     */
    public Encoded encode(Map<String, FieldDescription> fields, Map<String, FieldValue> values, boolean create) {
        Encoded encoded = new Encoded(new LinkedHashMap<>(), new ArrayList<>());
        values.forEach((key, value) -> {
            FieldDescription field = fields.get(key);
            if (field == null) {
                encoded.errors.add(new FieldError(
                        key, "UNKNOWN_FIELD", "The account has no such field now. Prepare again, or remap it."));
            } else if (!isWritable(field, create)) {
                encoded.errors.add(new FieldError(
                        key,
                        "NOT_WRITABLE",
                        platform + " does not let this field be set here. Take it out of the plan."));
            } else {
                encode(field, value, encoded);
            }
        });
        return encoded;
    }

    private static boolean isWritable(FieldDescription field, boolean create) {
        return field.access() == Access.WRITABLE || (create && field.access() == Access.ON_CREATE_ONLY);
    }

    private void encode(FieldDescription field, FieldValue value, Encoded encoded) {
        Codec codec = codecs.apply(field);
        Optional<Object> content = value.value();
        try {
            encoded.trees.put(field, content.isPresent() ? codec.encode(field, content.get()) : codec.cleared());
        } catch (UnfitValueException e) {
            encoded.errors.add(new FieldError(field.key(), e.code(), String.valueOf(e.getMessage())));
        }
    }

    /** Returns what the body of a create has to give and does not. */
    public List<FieldError> missing(List<FieldDescription> fields, Map<String, FieldValue> values) {
        return fields.stream()
                .filter(field -> field.required() && !has(values, field.key()))
                .map(field -> new FieldError(field.key(), "REQUIRED", platform + " needs this field. Map it."))
                .toList();
    }

    /** Tells whether a write gives a field a value. */
    public static boolean has(Map<String, FieldValue> values, String key) {
        return present(values, key).isPresent();
    }

    /** Returns the value that a write gives a field, if it does. */
    public static Optional<Object> present(Map<String, FieldValue> values, String key) {
        FieldValue value = values.get(key);
        return value == null ? Optional.empty() : value.value();
    }
}
