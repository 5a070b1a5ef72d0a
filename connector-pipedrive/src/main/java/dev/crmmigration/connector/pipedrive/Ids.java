package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids in JSON: numbers as a rule, in v1 also numbers in quotes or in an object. */
final class Ids {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Ids() {}

    /** Returns an id as text, or {@code null} if the tree holds none. */
    static @Nullable String text(@Nullable Object json) {
        if (json instanceof Long number) {
            return Long.toString(number);
        }
        if (json instanceof String text && NUMBER.matcher(text).matches()) {
            return text;
        }
        return JsonObject.of(json)
                .flatMap(object -> object.id("id").or(() -> object.id("value")))
                .orElse(null);
    }

    /**
     * Returns an id as the number that calls take.
     *
     * @throws UnfitValueException if it is none
     */
    static Long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new UnfitValueException("NOT_AN_ID", "Ids of Pipedrive are numbers. Bind the reference first.");
        }
        return Long.valueOf(id);
    }
}
