package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;

/** Webhooks, by v1: kept, but nothing is sent. They have errors of a shape of their own. */
final class Webhooks {

    private static final int MAX_NAME = 255;
    private static final Set<String> ACTIONS = Set.of("create", "change", "delete", "*");
    private static final Set<String> OBJECTS = Set.of(
            "activity", "deal", "lead", "note", "organization", "person", "pipeline", "product", "stage", "user", "*");

    private final Account account;
    private final Table table;

    Webhooks(Account account) {
        this.account = account;
        this.table = account.table("webhooks");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/webhooks";
        return List.of(
                new Endpoint("GET", path, 10, request -> list()),
                new Endpoint("POST", path, 10, this::create),
                new Endpoint("DELETE", path + "/{id}", 6, this::delete));
    }

    private Reply list() {
        if (!account.settings().isOn(Switch.ADMIN)) {
            return forbidden();
        }
        ObjectNode answer = ok();
        List<ObjectNode> shown =
                PageV1.rows(table, table.live()).map(Row::record).toList();
        answer.putArray("data").addAll(shown);
        return Reply.json(200, answer);
    }

    private Reply create(Request request) {
        if (!account.settings().isOn(Switch.ADMIN)) {
            return forbidden();
        }
        ObjectNode given = Bodies.object(request);
        ObjectNode errors = errors(given);
        if (!errors.isEmpty()) {
            return failed(400, errors);
        }
        long user = given.path("user_id").asLong(account.tokenUserId());
        if (table.withKey("user_id", user).size() >= account.settings().quantity(Quantity.WEBHOOKS)) {
            return failed(422, error("user_id", "maximum number of webhooks reached"));
        }
        ObjectNode answer = ok();
        answer.set("data", table.put(webhook(given, user), 0).record());
        return Reply.json(201, answer);
    }

    private ObjectNode errors(ObjectNode given) {
        ObjectNode errors = Json.object();
        if (!given.path("subscription_url").asText("").matches("https?://[^\\s/?#]+\\S*")) {
            errors.putArray("subscription_url").add("invalid or non-reachable URL");
        }
        if (!ACTIONS.contains(given.path("event_action").asText(""))) {
            errors.putArray("event_action").add("is not valid");
        }
        if (!OBJECTS.contains(given.path("event_object").asText(""))) {
            errors.putArray("event_object").add("is not valid");
        }
        String name = given.path("name").asText("");
        if (name.isBlank() || name.length() > MAX_NAME) {
            errors.putArray("name").add("must have 1 to " + MAX_NAME + " characters");
        }
        if (!Set.of("1.0", "2.0").contains(given.path("version").asText("2.0"))) {
            errors.putArray("version").add("is not valid");
        }
        if (given.has("user_id")
                && !account.table("users").hasLive(given.path("user_id").asLong(0))) {
            errors.putArray("user_id").add("not found");
        }
        return errors;
    }

    private ObjectNode webhook(ObjectNode given, long user) {
        ObjectNode webhook = Json.object();
        webhook.put("id", table.lastId() + 1);
        webhook.put("company_id", account.companyId());
        webhook.put("owner_id", account.tokenUserId());
        webhook.put("user_id", user);
        for (String member : List.of("event_action", "event_object", "subscription_url", "name")) {
            webhook.set(member, given.get(member));
        }
        webhook.put("version", given.path("version").asText("2.0"));
        webhook.put("is_active", 1);
        webhook.put("add_time", account.nowWithMillis());
        webhook.put("type", "general");
        for (String member : List.of("http_auth_user", "http_auth_password")) {
            webhook.put(member, given.path(member).textValue());
        }
        for (String empty : List.of("remove_time", "remove_reason", "last_delivery_time", "last_http_status")) {
            webhook.putNull(empty);
        }
        webhook.put("admin_id", account.tokenUserId());
        return webhook;
    }

    private Reply delete(Request request) {
        if (!account.settings().isOn(Switch.ADMIN)) {
            return forbidden();
        }
        Row row = table.findLive(EntityEndpoints.id(request));
        if (row == null) {
            return failed(404, error("id", "not found"));
        }
        table.put(row.record().put("active_flag", false), 0);
        return Reply.json(200, ok());
    }

    private static ObjectNode ok() {
        return Json.object().put("status", "ok").put("success", true);
    }

    private static ObjectNode error(String member, String problem) {
        ObjectNode errors = Json.object();
        errors.putArray(member).add(problem);
        return errors;
    }

    private static Reply failed(int status, ObjectNode errors) {
        ObjectNode answer = Json.object().put("status", "error").put("success", false);
        answer.set("errors", errors);
        return Reply.json(status, answer);
    }

    private static Reply forbidden() {
        return Reply.json(403, Json.object().put("success", false).put("message", "Forbidden"));
    }
}
