package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** Addresses as Pipedrive keeps them: all parts are there, those that were not sent are null. */
final class Addresses {

    private static final List<String> PARTS = List.of(
            "value",
            "country",
            "admin_area_level_1",
            "admin_area_level_2",
            "locality",
            "sublocality",
            "route",
            "street_number",
            "subpremise",
            "postal_code");

    private Addresses() {}

    static JsonNode complete(JsonNode address) {
        if (!address.isObject()) {
            return NullNode.getInstance();
        }
        ObjectNode complete = Json.object();
        for (String part : PARTS) {
            complete.set(part, address.has(part) ? address.get(part) : NullNode.getInstance());
        }
        return complete;
    }
}
