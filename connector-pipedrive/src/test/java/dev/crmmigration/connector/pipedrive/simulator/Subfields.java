package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts that a field of several parts is shown with. */
final class Subfields {

    private static final Map<String, String> ADDRESS = address();

    private Subfields() {}

    private static Map<String, String> address() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("value", "Address value");
        parts.put("street_number", "House number");
        parts.put("route", "Street/road name");
        parts.put("subpremise", "Apartment/suite");
        parts.put("sublocality", "Sublocality");
        parts.put("locality", "District");
        parts.put("admin_area_level_1", "State/province");
        parts.put("admin_area_level_2", "County");
        parts.put("country", "Country");
        parts.put("postal_code", "Postal code");
        parts.put("formatted_address", "Formatted address");
        return parts;
    }

    static JsonNode of(String type, String fieldName) {
        if (type.equals("monetary")) {
            ArrayNode parts = Json.MAPPER.createArrayNode();
            add(parts, "value", "Amount of " + fieldName, "double");
            add(parts, "currency", "Currency of " + fieldName, "varchar");
            return parts;
        }
        if (type.equals("address")) {
            ArrayNode parts = Json.MAPPER.createArrayNode();
            ADDRESS.forEach((code, name) -> add(parts, code, name + " of " + fieldName, "varchar"));
            return parts;
        }
        return NullNode.getInstance();
    }

    private static void add(ArrayNode parts, String code, String name, String type) {
        parts.addObject().put("field_code", code).put("field_name", name).put("field_type", type);
    }
}
