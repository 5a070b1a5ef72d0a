package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Request;
import java.io.IOException;

/** Reads what clients send. */
final class Bodies {

    private Bodies() {}

    /** Returns the body, which must be an object with something in it. */
    static ObjectNode object(Request request) {
        try {
            if (request.json() instanceof ObjectNode body && !body.isEmpty()) {
                return body;
            }
        } catch (IOException e) {
            throw ApiException.invalid("The body is not valid JSON");
        }
        throw ApiException.invalid("Invalid or missing attributes");
    }

    /** Returns the record, in its envelope or bare. */
    static ObjectNode record(Request request, String envelope) {
        ObjectNode body = object(request);
        JsonNode wrapped = body.path(envelope);
        if (wrapped.isMissingNode()) {
            return body;
        }
        if (wrapped instanceof ObjectNode record) {
            return record;
        }
        throw ApiException.invalid("Invalid or missing attributes");
    }

    /** Returns the number in a path; one that is none names nothing. */
    static long id(Request request, String name) {
        String text = request.pathParameter(name);
        if (!text.matches("\\d{1,18}")) {
            throw ApiException.notFound();
        }
        return Long.parseLong(text);
    }

    /** Returns a number of the query, or the standard if it is absent or none. */
    static int number(Request request, String name, int standard) {
        String text = request.query().getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : standard;
    }
}
