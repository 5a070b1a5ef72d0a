package dev.crmmigration.testkit.contract;

import dev.crmmigration.api.record.ContactPoint;
import java.util.List;
import java.util.stream.Stream;

/** The texts in a value that are long enough to be looked for where they must not be. */
final class Texts {

    private static final int SHORTEST = 4;

    private Texts() {}

    static List<String> of(Object value) {
        Stream<?> items = value instanceof List<?> list ? list.stream() : Stream.of(value);
        return items.map(Texts::text).filter(text -> text.length() >= SHORTEST).toList();
    }

    private static String text(Object value) {
        if (value instanceof ContactPoint point) {
            return point.value();
        }
        return value instanceof String text ? text : "";
    }

    /** Tells whether a value may tell one record of the kit from another: by the number in it. */
    static boolean isNumbered(Object value) {
        return of(value).stream().anyMatch(text -> text.chars().anyMatch(Character::isDigit));
    }
}
