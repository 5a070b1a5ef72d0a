package dev.crmmigration.toolkit.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, asked by name. A value of another kind than asked for counts as absent, as does {@code null}: platforms
 * change, and a reader that throws at a field which it does not need helps nobody.
 */
public final class JsonObject {

    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, @Nullable Object> map;

    private JsonObject(Map<String, @Nullable Object> map) {
        this.map = map;
    }

    /** Reads an object; empty if the text is not JSON or another kind of value. */
    public static Optional<JsonObject> parse(String text) {
        try {
            return of(Json.parse(text));
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns a tree as an object; empty if it is another kind of value. */
    @SuppressWarnings("unchecked") // Json makes maps with these types only
    public static Optional<JsonObject> of(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map
                ? Optional.of(new JsonObject(Collections.unmodifiableMap((Map<String, @Nullable Object>) map)))
                : Optional.empty();
    }

    /** Returns the value of a name as a tree; {@code null} if it is absent or null. */
    public @Nullable Object get(String name) {
        return map.get(name);
    }

    /** Returns a text that is not empty. */
    public Optional<String> text(String name) {
        return map.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Returns an id as text, whether it is a number or a text. */
    public Optional<String> id(String name) {
        return map.get(name) instanceof Long number ? Optional.of(Long.toString(number)) : text(name);
    }

    public Optional<Long> integer(String name) {
        return map.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    /** Returns a number of either kind. */
    public Optional<BigDecimal> decimal(String name) {
        Object value = map.get(name);
        if (value instanceof Long number) {
            return Optional.of(BigDecimal.valueOf(number));
        }
        return value instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** Returns whether a flag is set: {@code true} or 1. */
    public boolean isSet(String name) {
        Object value = map.get(name);
        return Boolean.TRUE.equals(value) || Long.valueOf(1).equals(value);
    }

    public Optional<JsonObject> object(String name) {
        return of(map.get(name));
    }

    /** Returns the objects of an array; empty if there is none. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (map.get(name) instanceof List<?> list) {
            list.forEach(item -> of(item).ifPresent(objects::add));
        }
        return objects;
    }

    /** Returns the tree. */
    public Map<String, @Nullable Object> map() {
        return map;
    }

    /** Says how much it holds, not what. */
    @Override
    public String toString() {
        return "JsonObject[" + map.size() + " names]";
    }
}
