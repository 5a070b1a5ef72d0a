package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.snapshot.FieldValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the values of a field look like, without any of them: letters as {@code A} and {@code a}, digits as {@code 9}. */
final class ValueShapes {

    private static final int LOOKED_AT = 200;
    private static final int SHAPES = 5;
    private static final int LONGEST = 30;

    private final FieldValues values;

    ValueShapes(FieldValues values) {
        this.values = values;
    }

    /** Returns the shapes that occur most often. */
    List<String> of(FieldEntry entry) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        values.some(ObjectType.of(entry.object()), entry.field(), LOOKED_AT).stream()
                .forEach(value -> counts.merge(shape(value), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted((one, other) -> other.getValue() - one.getValue())
                .limit(SHAPES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String shape(String value) {
        StringBuilder shape = new StringBuilder();
        value.codePoints().limit(LONGEST).forEach(point -> shape.appendCodePoint(masked(point)));
        return shape.toString();
    }

    private static int masked(int point) {
        if (Character.isDigit(point)) {
            return '9';
        }
        if (Character.isUpperCase(point)) {
            return 'A';
        }
        return Character.isLetter(point) ? 'a' : point;
    }
}
