package dev.crmmigration.toolkit.codec;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids in JSON: numbers or uuids, also in quotes or in an object. */
public final class Ids {

    /** Oldest first where ids are numbers, which grow; uuids have an order of their own. */
    public static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** Returns an id as text, or {@code null} if the tree holds none. */
    public static @Nullable String text(@Nullable Object json) {
        if (json instanceof Long number) {
            return Long.toString(number);
        }
        if (json instanceof String text
                && (NUMBER.matcher(text).matches() || UUID.matcher(text).matches())) {
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
    public static Long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new UnfitValueException("NOT_AN_ID", "Ids are numbers here. Bind the reference first.");
        }
        return Long.valueOf(id);
    }

    /**
     * Returns an id that is a uuid.
     *
     * @throws UnfitValueException if it is none
     */
    public static String uuid(String id) {
        if (!UUID.matcher(id).matches()) {
            throw new UnfitValueException("NOT_AN_ID", "Ids of such records are uuids. Bind the reference first.");
        }
        return id;
    }
}
