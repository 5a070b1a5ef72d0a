package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.io.IOException;
import java.util.Base64;

/**
 * The place after a record in a sorted list. Does not move when records are added.
 *
 * @param value what the list is sorted by: the id, or seconds since 1970
 */
record Cursor(String sortBy, boolean descending, long value, long id) {

    /** Returns the text that clients send back without understanding it. */
    String encoded() {
        ObjectNode place = Json.object();
        place.put("field", sortBy);
        place.put("fieldValue", value);
        place.put("sortDirection", descending ? "desc" : "asc");
        place.put("id", id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(place));
    }

    /** Reads the text; refuses the request if it is none of ours or belongs to another order. */
    static Cursor parse(String text, String sortBy, boolean descending) {
        try {
            JsonNode place = Json.parse(Base64.getUrlDecoder().decode(text));
            Cursor cursor = new Cursor(
                    place.path("field").asText(""),
                    place.path("sortDirection").asText("").equals("desc"),
                    place.path("fieldValue").asLong(),
                    place.path("id").asLong());
            if (cursor.sortBy.equals(sortBy) && cursor.descending == descending) {
                return cursor;
            }
        } catch (IOException | IllegalArgumentException ignored) {
            // Answered below like a cursor of another list.
        }
        throw ApiException.badRequest("Invalid cursor");
    }
}
