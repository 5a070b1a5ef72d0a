package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Filters, by v1. Lists of v2 apply them, see {@link FilterEvaluation}. */
final class Filters {

    private static final Set<String> TYPES =
            Set.of("deals", "leads", "org", "people", "products", "activity", "projects");

    private final Account account;
    private final Table table;
    private final FilterConditions conditions;

    Filters(Account account) {
        this.account = account;
        this.table = account.table("filters");
        this.conditions = new FilterConditions(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/filters";
        String one = path + "/{id}";
        return List.of(
                new Endpoint("GET", path, 20, this::list),
                new Endpoint("POST", path, 10, request -> shown(request, create(Bodies.object(request)))),
                new Endpoint("DELETE", path, 10, this::deleteSeveral),
                new Endpoint("GET", one, 2, this::read),
                new Endpoint("PUT", one, 10, request -> shown(request, update(request))),
                new Endpoint("DELETE", one, 6, this::delete));
    }

    private Reply list(Request request) {
        String type = request.query().get("type");
        List<byte[]> shown = new ArrayList<>();
        for (long id : table.live().toArray()) {
            ObjectNode filter = live(id);
            if (type == null || filter.path("type").textValue().equals(type)) {
                filter.remove("conditions");
                shown.add(Json.bytes(filter));
            }
        }
        return Replies.allV1(shown);
    }

    private Reply read(Request request) {
        return shown(request, live(EntityEndpoints.id(request)));
    }

    private Reply shown(Request request, ObjectNode filter) {
        if ("true".equals(request.query().get("include_field_code"))) {
            conditions.addFieldCodes(filter.path("conditions"));
        }
        return Replies.data(200, filter);
    }

    private ObjectNode create(ObjectNode given) {
        String type = given.path("type").asText("");
        if (given.path("name").asText("").isBlank() || !TYPES.contains(type)) {
            throw ApiException.badRequest("name and type are required");
        }
        int cap = account.settings().quantity(Quantity.FILTERS);
        if (cap > 0 && table.live().size() >= cap) {
            throw ApiException.capped("filters", "The limit of filters has been reached");
        }
        ObjectNode filter = Json.object();
        filter.put("id", table.lastId() + 1);
        filter.set("name", given.get("name"));
        filter.putNull("filter_code");
        filter.put("is_editable", true);
        filter.put("active_flag", true);
        filter.put("type", type);
        filter.put("temporary_flag", false);
        filter.put("user_id", account.tokenUserId());
        filter.put("add_time", account.nowV1());
        filter.put("update_time", account.nowV1());
        filter.put("visible_to", "1");
        filter.putNull("last_used_time");
        filter.putNull("custom_view_id");
        filter.set("conditions", conditions.checked(given.path("conditions")));
        return table.put(filter, 0).record();
    }

    private ObjectNode update(Request request) {
        ObjectNode given = Bodies.object(request);
        ObjectNode filter = live(EntityEndpoints.id(request));
        if (given.hasNonNull("name")) {
            filter.set("name", given.get("name"));
        }
        filter.set("conditions", conditions.checked(given.path("conditions")));
        filter.put("update_time", account.nowV1());
        return table.put(filter, 0).record();
    }

    private Reply delete(Request request) {
        long id = EntityEndpoints.id(request);
        delete(id);
        return Replies.deleted(id);
    }

    private Reply deleteSeveral(Request request) {
        ObjectNode deleted = Json.object();
        for (String id : request.query().getOrDefault("ids", "").split(",", -1)) {
            if (id.matches("\\d{1,18}") && table.hasLive(Long.parseLong(id))) {
                delete(Long.parseLong(id));
                deleted.withArray("id").add(Long.parseLong(id));
            }
        }
        return Replies.data(200, deleted);
    }

    private void delete(long id) {
        table.put(live(id).put("active_flag", false), 0);
    }

    private ObjectNode live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "Filter not found");
        }
        return row.record();
    }
}
