package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

    /** Reads the pairs of a form, or the members of an object in JSON, which v1 takes as well. */
    static Map<String, String> form(Request request) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String type = request.header("content-type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            object(request)
                    .properties()
                    .forEach(member ->
                            pairs.put(member.getKey(), member.getValue().asText("")));
            return pairs;
        }
        for (String pair : new String(request.body(), UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("The request body is not a valid form");
        }
    }

    private static JsonNode document(Request request) {
        try {
            return request.json();
        } catch (IOException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
    }
}
