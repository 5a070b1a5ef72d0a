package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is asked of one record: what hangs on it, its timeline, its team. */
final class RelatedEndpoints {

    private static final List<String> LISTS = List.of("notes", "tasks", "appointments");
    private static final List<String> TIMELINE =
            List.of("notes", "tasks", "appointments", "sales_activities", "phone_calls", "documents", "document_links");

    private final Account account;
    private final MainRecords records;
    private final Map<String, HangingRecords> hanging;

    RelatedEndpoints(Account account, MainRecords records, Map<String, HangingRecords> hanging) {
        this.account = account;
        this.records = records;
        this.hanging = hanging;
    }

    List<Endpoint> endpoints() {
        String one = "/api/" + records.object().plural() + "/{id}";
        List<Endpoint> endpoints = new ArrayList<>();
        for (String list : LISTS) {
            endpoints.add(Endpoint.get(one + "/" + list, request -> list(request, list)));
        }
        endpoints.add(Endpoint.get(one + "/activities", this::timeline));
        endpoints.add(Endpoint.get(one + "/activities.json", this::timeline));
        endpoints.add(Endpoint.post(one + "/manage_team_members", this::setTeam));
        return endpoints;
    }

    /** Returns the key of what hangs on the record of a request. */
    private String parent(Request request) {
        long id = Bodies.id(request, "id");
        records.require(id);
        return Keys.parent(records.object().model(), id);
    }

    private Reply list(Request request, String name) {
        List<ObjectNode> found = account.table(name).liveWithKey(parent(request));
        HangingRecords kind = hanging.get(name);
        return Reply.json(
                200, Paging.of(request).page(name, found, record -> kind == null ? record : kind.shown(record), true));
    }

    private Reply timeline(Request request) {
        String parent = parent(request);
        ObjectNode body = Json.object();
        ArrayNode activities = body.putArray("activities");
        for (String name : TIMELINE) {
            for (ObjectNode record : account.table(name).liveWithKey(parent)) {
                ObjectNode activity = activities.addObject();
                activity.set("id", record.get("id"));
                activity.put("composite_id", name + "_" + record.path("id"));
                activity.put("action_type", name.toUpperCase(Locale.ROOT) + "_CREATE");
                activity.set("created_at", record.get("created_at"));
                activity.set("user_id", record.get("creater_id"));
                activity.putObject("action_data").set("title", title(record));
            }
        }
        body.putObject("meta").put("total", activities.size());
        return Reply.json(200, body);
    }

    private static JsonNode title(ObjectNode record) {
        return record.hasNonNull("title") ? record.path("title") : record.path("name");
    }

    private Reply setTeam(Request request) {
        long id = Bodies.id(request, "id");
        ObjectNode record = records.require(id);
        ArrayNode team = record.putArray("team_user_ids");
        for (JsonNode user : Bodies.object(request).path("team_users")) {
            if (!account.table("users").hasLive(user.asLong(0))) {
                throw ApiException.invalid(Message.NO_REFERENCE.in(account.settings(), "User"));
            }
            team.add(user.asLong());
        }
        account.put(records.object().plural(), record);
        return Replies.record(200, records.object().envelope(), records.shown(record));
    }
}
