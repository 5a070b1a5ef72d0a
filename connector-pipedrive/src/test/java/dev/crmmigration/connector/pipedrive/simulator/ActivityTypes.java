package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Kinds of activities, by v1. Their key is made from the name and never changes. */
final class ActivityTypes {

    private static final Set<String> ICONS = Set.of(
            "task",
            "email",
            "meeting",
            "deadline",
            "call",
            "lunch",
            "calendar",
            "downarrow",
            "document",
            "smartphone",
            "camera",
            "scissors",
            "cogs",
            "bubble",
            "uparrow",
            "checkbox",
            "signpost",
            "shuffle",
            "addressbook",
            "linegraph",
            "picture",
            "car",
            "world",
            "search",
            "clip",
            "sound",
            "brush",
            "key",
            "padlock",
            "pricetag",
            "suitcase",
            "finish",
            "plane",
            "loop",
            "wifi",
            "truck",
            "cart",
            "bulb",
            "bell",
            "presentation");

    private final Account account;
    private final Table table;

    ActivityTypes(Account account) {
        this.account = account;
        this.table = account.table("activityTypes");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/activityTypes";
        return List.of(
                new Endpoint("GET", path, 20, request -> list()),
                new Endpoint("POST", path, 10, request -> Replies.data(200, create(request))),
                new Endpoint("PUT", path + "/{id}", 10, request -> Replies.data(200, update(request))),
                new Endpoint("DELETE", path + "/{id}", 6, request -> Replies.data(200, delete(request))));
    }

    private Reply list() {
        List<byte[]> types = new ArrayList<>();
        table.rows().forEach(row -> types.add(row.document()));
        return Replies.allV1(types);
    }

    private byte[] create(Request request) {
        account.requireAdmin();
        ObjectNode given = Bodies.object(request);
        String name = given.path("name").asText("").strip();
        if (name.isEmpty()) {
            throw ApiException.badRequest("name is required");
        }
        if (!given.has("icon_key")) {
            throw ApiException.badRequest("icon_key is required");
        }
        int cap = account.settings().quantity(Quantity.ACTIVITY_TYPES);
        if (cap > 0 && table.live().size() >= cap) {
            throw ApiException.capped("activity_types", "The activity types limit has been reached");
        }
        ObjectNode type = Json.object();
        type.put("id", table.lastId() + 1);
        type.put("name", name);
        type.putNull("icon_key");
        type.put("color", "FFFFFF");
        type.put("order_nr", table.lastId() + 1);
        type.put("key_string", key(name));
        type.put("active_flag", true);
        type.put("is_custom_flag", true);
        type.put("add_time", account.nowV1());
        return stored(type, given);
    }

    /** Makes "video_call" of "Video call", and another one if that is taken. */
    private String key(String name) {
        String base = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        String key = base;
        for (int i = 1; table.withKey("key_string", Row.key(key)).size() > 0; i++) {
            key = base + i;
        }
        return key;
    }

    private byte[] update(Request request) {
        account.requireAdmin();
        ObjectNode given = Bodies.object(request);
        ObjectNode type = live(request);
        if (given.has("name")) {
            if (given.path("name").asText("").isBlank()) {
                throw ApiException.badRequest("name must not be empty");
            }
            type.put("name", given.path("name").asText("").strip());
        }
        if (given.path("order_nr").isIntegralNumber()) {
            type.set("order_nr", given.get("order_nr"));
        }
        return stored(type, given);
    }

    private byte[] stored(ObjectNode type, ObjectNode given) {
        if (given.has("icon_key")) {
            if (!ICONS.contains(given.path("icon_key").asText(""))) {
                throw ApiException.badRequest("icon_key is not valid");
            }
            type.set("icon_key", given.get("icon_key"));
        }
        if (given.hasNonNull("color")) {
            if (!given.path("color").asText("").matches("[0-9a-fA-F]{6}")) {
                throw ApiException.badRequest("color is not valid");
            }
            type.set("color", given.get("color"));
        }
        type.put("update_time", account.nowV1());
        return table.put(type, 0).document();
    }

    private byte[] delete(Request request) {
        account.requireAdmin();
        ObjectNode type = live(request);
        type.put("active_flag", false);
        type.put("update_time", account.nowV1());
        return table.put(type, 0).document();
    }

    private ObjectNode live(Request request) {
        Row row = table.findLive(EntityEndpoints.id(request));
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Activity type not found");
        }
        return row.record();
    }
}
