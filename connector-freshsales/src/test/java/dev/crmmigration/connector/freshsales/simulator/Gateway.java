package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Refusal;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.Locale;
import java.util.Map;

/** What stands before the calls: who may come in, and what is said to those who may not. */
final class Gateway {

    private static final String SUITE = "/crm/sales";

    private final String key;

    Gateway(String key) {
        this.key = key;
    }

    /** Takes the path of the Suite's alias away, so that both forms of an address lead to the same call. */
    static Request withoutAlias(Request request) {
        String path = request.path();
        return path.startsWith(SUITE + "/api/") ? request.withPath(path.substring(SUITE.length())) : request;
    }

    boolean isAuthorized(Request request) {
        return ("Token token=" + key).equals(request.header("authorization"));
    }

    /** Refuses a credential: a program is told so, a browser is sent to the login page. */
    static Reply unauthorized(Request request) {
        String accepted = request.header("accept");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("json") ? loginFailed() : loginPage();
    }

    static Reply refusal(Refusal reason, Limits limits) {
        return switch (reason) {
            case UNAUTHORIZED -> loginFailed();
            case PAYMENT_REQUIRED ->
                Replies.error(ApiException.of(403, "Your trial has ended. Choose a plan to go on"));
            case BLOCKED ->
                Reply.html(
                        403,
                        "<!DOCTYPE html><html><head><title>Access denied</title></head>"
                                + "<body><h1>Sorry, you have been blocked</h1></body></html>");
            case BURST, BUDGET -> limits.refusal(reason);
        };
    }

    private static Reply loginFailed() {
        ObjectNode body = Json.object().put("login", "failed");
        body.putNull("message");
        return Reply.json(401, body);
    }

    private static Reply loginPage() {
        return Reply.html(302, "<html><body>You are being <a href=\"/login\">redirected</a>.</body></html>")
                .withHeaders(Map.of("Location", "/login"));
    }
}
