package dev.crmmigration.engine.internal.expression.function;

import dev.crmmigration.api.mapping.MappingFailedException;
import dev.crmmigration.engine.internal.value.ValueKind;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function was called with. Refuses values that make no sense to it, naming them by place and kind only. */
final class Arguments {

    private final String function;
    private final List<? extends @Nullable Object> values;

    Arguments(String function, List<? extends @Nullable Object> values) {
        this.function = function;
        this.values = values;
    }

    int count() {
        return values.size();
    }

    /** Returns an argument, or {@code null} if it has no value or was left out. */
    @Nullable
    Object get(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    /** Returns the text of an argument, or {@code null} if it has no value. A list has no text here. */
    @Nullable
    String text(int index) {
        Object value = get(index);
        if (value instanceof List<?>) {
            throw mismatch(index, "one value");
        }
        return value == null ? null : ValueText.of(value);
    }

    /** Returns the text of an argument, or empty text if it has no value. */
    String textOrEmpty(int index) {
        String text = text(index);
        return text == null ? "" : text;
    }

    /** Returns an argument of one class, or {@code null} if it has no value. */
    <T> @Nullable T typed(int index, Class<T> type, String kind) {
        Object value = get(index);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw mismatch(index, kind);
        }
        return type.cast(value);
    }

    /** Tells whether an argument is true; no value counts as false. */
    boolean isTrue(int index) {
        return Boolean.TRUE.equals(typed(index, Boolean.class, "true or false"));
    }

    /** Returns all values from an index on, those of lists one by one, without those that have no value. */
    List<Object> flat(int from) {
        List<Object> flat = new ArrayList<>();
        for (Object value : values.subList(from, values.size())) {
            if (value instanceof List<?> list) {
                flat.addAll(list);
            } else if (value != null) {
                flat.add(value);
            }
        }
        return flat;
    }

    List<Object> flat() {
        return flat(0);
    }

    MappingFailedException mismatch(int index, String expected) {
        return problem("argument " + (index + 1) + " must be " + expected + " but is " + ValueKind.of(get(index)));
    }

    MappingFailedException problem(String problem) {
        return new MappingFailedException("function '" + function + "': " + problem);
    }
}
