package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A person is named as a whole or in two parts; Pipedrive derives the other form. */
final class PersonName {

    private PersonName() {}

    static void apply(ObjectNode record, ObjectNode parameters, boolean isNew) {
        boolean inParts = parameters.has("first_name") || parameters.has("last_name");
        if (inParts) {
            setParts(record, parameters, isNew);
        } else if (parameters.has("name")) {
            setWhole(record, parameters.get("name").textValue().strip());
        } else if (isNew) {
            throw ApiException.invalid("name: This field is missing.", null);
        }
    }

    private static void setParts(ObjectNode record, ObjectNode parameters, boolean isNew) {
        if (isNew && !(parameters.has("first_name") && parameters.has("last_name"))) {
            throw ApiException.invalid(
                    (parameters.has("first_name") ? "last_name" : "first_name") + ": This field is missing.", null);
        }
        String first = part("first_name", record, parameters);
        String last = part("last_name", record, parameters);
        String whole = (first + " " + last).strip();
        if (whole.isEmpty()) {
            throw ApiException.invalid("name: This value should not be blank.", null);
        }
        record.put("name", whole);
        record.put("first_name", first);
        record.put("last_name", last);
    }

    private static String part(String name, ObjectNode record, ObjectNode parameters) {
        JsonNode given = parameters.has(name) ? parameters.get(name) : record.path(name);
        return given.isTextual() ? given.textValue().strip() : "";
    }

    private static void setWhole(ObjectNode record, String name) {
        int space = name.indexOf(' ');
        record.put("name", name);
        record.put("first_name", space < 0 ? name : name.substring(0, space));
        if (space < 0) {
            record.putNull("last_name");
        } else {
            record.put("last_name", name.substring(space + 1).strip());
        }
    }
}
