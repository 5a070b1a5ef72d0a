package dev.crmmigration.testkit.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;

/** The envelope of errors. */
final class Errors {

    private Errors() {}

    static Reply reply(int status, String code, String message) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        error.put("code", code);
        error.put("message", message);
        error.put("request_id", "req-" + status);
        return Reply.json(status, body);
    }
}
