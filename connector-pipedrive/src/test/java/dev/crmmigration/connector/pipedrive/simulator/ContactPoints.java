package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Lists of e-mail addresses, telephone numbers and messengers: one of them is primary. */
final class ContactPoints {

    static final List<String> LISTS = List.of("emails", "phones", "im");

    static final Rule RULE = ContactPoints::check;

    private ContactPoints() {}

    private static void check(String parameter, JsonNode value, Checks checks) {
        Rules.CONTACTS.check(parameter, value, checks);
        int primary = 0;
        for (JsonNode contact : value) {
            if (contact.path("primary").asBoolean(false)) {
                primary++;
            }
        }
        if (primary > 1) {
            checks.add(parameter, "Only one entry can be primary.");
        }
    }

    /** Completes the list: the first one is primary if none is, and a label that is not given is "work". */
    static ArrayNode stored(JsonNode contacts) {
        boolean hasPrimary = false;
        for (JsonNode contact : contacts) {
            hasPrimary |= contact.path("primary").asBoolean(false);
        }
        ArrayNode stored = Json.MAPPER.createArrayNode();
        for (JsonNode contact : contacts) {
            ObjectNode entry = stored.addObject();
            entry.set("value", contact.get("value"));
            boolean isFirst = stored.size() == 1;
            entry.put("primary", hasPrimary ? contact.path("primary").asBoolean(false) : isFirst);
            entry.put(
                    "label",
                    contact.path("label").isTextual() ? contact.path("label").textValue() : "work");
        }
        return stored;
    }
}
