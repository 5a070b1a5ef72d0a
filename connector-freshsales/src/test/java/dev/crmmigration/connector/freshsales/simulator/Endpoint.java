package dev.crmmigration.connector.freshsales.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.function.Function;

/**
 * One call of the API.
 *
 * @param template with parts in braces, such as {@code /api/contacts/{id}}
 */
record Endpoint(String method, String template, Function<Request, Reply> answer) {

    static Endpoint get(String template, Function<Request, Reply> answer) {
        return new Endpoint("GET", template, answer);
    }

    static Endpoint post(String template, Function<Request, Reply> answer) {
        return new Endpoint("POST", template, answer);
    }

    static Endpoint put(String template, Function<Request, Reply> answer) {
        return new Endpoint("PUT", template, answer);
    }

    static Endpoint delete(String template, Function<Request, Reply> answer) {
        return new Endpoint("DELETE", template, answer);
    }
}
