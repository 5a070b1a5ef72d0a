package dev.crmmigration.connector.freshsales.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.List;

/** The envelopes, and the three shapes of an error. */
final class Replies {

    private Replies() {}

    /** Wraps one record. */
    static Reply record(int status, String envelope, JsonNode record) {
        ObjectNode body = Json.object();
        body.set(envelope, record);
        return Reply.json(status, body);
    }

    /** Wraps a list without paging. */
    static ObjectNode list(String plural, List<ObjectNode> records) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(plural);
        records.forEach(list::add);
        return body;
    }

    /** Answers a deletion: the body is the word itself. */
    static Reply deleted() {
        return Reply.json(200, List.of(bytes("true")));
    }

    static Reply message(String text) {
        return Reply.json(200, Json.object().put("message", text));
    }

    static Reply error(ApiException problem) {
        if (problem.messages().isEmpty()) {
            return Reply.json(problem.status(), Json.object().put("error_code", problem.status()));
        }
        ObjectNode body = Json.object();
        ObjectNode errors = body.putObject("errors").put("code", problem.status());
        problem.messages().forEach(errors.putArray("message")::add);
        return Reply.json(problem.status(), body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
