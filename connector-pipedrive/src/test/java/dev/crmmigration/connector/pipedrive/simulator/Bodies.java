package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Request;
import java.io.IOException;

/** Reads the bodies of requests. */
final class Bodies {

    private Bodies() {}

    static ObjectNode object(Request request) {
        if (document(request) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("The request body must be a JSON object");
    }

    static ArrayNode array(Request request) {
        if (document(request) instanceof ArrayNode array) {
            return array;
        }
        throw ApiException.badRequest("The request body must be a JSON array");
    }

    private static JsonNode document(Request request) {
        try {
            return request.json();
        } catch (IOException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
    }
}
