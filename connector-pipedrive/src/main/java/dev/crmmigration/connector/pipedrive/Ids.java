package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids in JSON: numbers as a rule, of leads uuids, in v1 also numbers in quotes or in an object. */
final class Ids {

    /** Oldest first where ids are numbers, which grow; uuids have an order of their own. */
    static final Comparator<String> ORDER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** Returns an id as text, or {@code null} if the tree holds none. */
    static @Nullable String text(@Nullable Object json) {
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
    static Long number(String id) {
        if (!NUMBER.matcher(id).matches()) {
            throw new UnfitValueException("NOT_AN_ID", "Ids of Pipedrive are numbers. Bind the reference first.");
        }
        return Long.valueOf(id);
    }

    /**
     * Returns an id of a lead, which is a uuid.
     *
     * @throws UnfitValueException if it is none
     */
    static String uuid(String id) {
        if (!UUID.matcher(id).matches()) {
            throw new UnfitValueException("NOT_AN_ID", "Ids of leads are uuids. Bind the reference first.");
        }
        return id;
    }
}
