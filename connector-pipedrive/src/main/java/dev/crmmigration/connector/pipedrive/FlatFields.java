package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields in the forms of v1, which leads still have: what is one object in v2 is several members beside each
 * other, whose names begin with the key of the field, and a set is text.
 */
final class FlatFields {

    private static final String VALUE = "value";
    private static final Map<String, List<String>> PARTS = Map.of(
            "monetary", List.of("currency"),
            "daterange", List.of("until"),
            "time", List.of("timezone_id"),
            "timerange", List.of("until", "timezone_id"),
            "address", List.of("locality", "admin_area_level_1", "postal_code", "country"));

    private FlatFields() {}

    /**
     * Puts a value into a body.
     *
     * @param tree what the codec of the field wrote; {@code null} empties the field
     */
    static void put(Map<String, @Nullable Object> body, FieldDescription field, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> parts) {
            body.put(field.key(), parts.get(VALUE));
            parts(field).stream()
                    .filter(parts::containsKey)
                    .forEach(part -> body.put(field.key() + "_" + part, parts.get(part)));
        } else if (tree instanceof List<?> options) {
            body.put(field.key(), options.stream().map(String::valueOf).collect(Collectors.joining(",")));
        } else {
            body.put(field.key(), tree);
        }
    }

    /** Returns the tree that the codec of the field reads; {@code null} if the field is empty. */
    static @Nullable Object get(JsonObject json, FieldDescription field) {
        Object value = json.get(field.key());
        if (value == null || value.equals("")) {
            return null;
        }
        if (field.platformType().equals("set")) {
            return value instanceof List<?>
                    ? value
                    : Arrays.asList(value.toString().split("\\s*,\\s*"));
        }
        List<String> parts = parts(field);
        if (parts.isEmpty()) {
            return value;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(VALUE, value);
        parts.forEach(part -> tree.put(part, json.get(field.key() + "_" + part)));
        return tree;
    }

    private static List<String> parts(FieldDescription field) {
        return PARTS.getOrDefault(field.platformType(), List.of());
    }
}
