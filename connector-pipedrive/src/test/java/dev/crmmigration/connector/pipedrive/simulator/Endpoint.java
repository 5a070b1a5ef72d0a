package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.function.Function;

/**
 * A call of the API.
 *
 * @param template the path with its version, such as {@code /api/v2/persons/{id}}
 * @param cost the tokens of one call: {@code x-token-cost} in the OpenAPI documents v1 and v2 of 2026-08-18
 * @param answer runs while the account's monitor is held
 */
record Endpoint(String method, String template, int cost, Function<Request, Reply> answer) {

    static final String V1 = "/v1";
    static final String V2 = "/api/v2";

    /** Tells whether the call counts in the window of searches. */
    boolean isSearch() {
        return template.contains("earch");
    }
}
