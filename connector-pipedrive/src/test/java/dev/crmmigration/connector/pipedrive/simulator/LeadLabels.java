package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;

/** Labels of leads, by v1: they have nothing to do with the labels of deals. */
final class LeadLabels implements Editable {

    private static final Set<String> COLORS =
            Set.of("blue", "brown", "dark-gray", "gray", "green", "orange", "pink", "purple", "red", "yellow");

    private final Account account;
    private final Table table;

    LeadLabels(Account account) {
        this.account = account;
        this.table = account.table("leadLabels");
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/leadLabels";
        String one = path + "/{id}";
        return List.of(
                new Endpoint("GET", path, 10, request -> list()),
                new Endpoint(
                        "POST",
                        path,
                        10,
                        request ->
                                Replies.data(200, create(Bodies.object(request)).document())),
                new Endpoint(
                        "PATCH",
                        one,
                        10,
                        request -> Replies.data(
                                200,
                                update(number(request), Bodies.object(request)).document())),
                new Endpoint("DELETE", one, 6, this::delete));
    }

    private Reply list() {
        return Replies.allV1(PageV1.rows(table, table.live()).map(Row::document).toList());
    }

    private long number(Request request) {
        return account.rowOf("leadLabels", request.pathParameter("id"));
    }

    @Override
    public Row create(ObjectNode given) {
        shape().required("name", Rules.name(255))
                .required("color", Rules.oneOf(COLORS))
                .check(given);
        ObjectNode label = Json.object();
        label.put("id", Uuids.of("leadLabels", account.seed(), table.lastId() + 1));
        label.setAll(given);
        label.put("add_time", account.nowWithMillis());
        label.put("update_time", account.nowWithMillis());
        return table.put(label, 0);
    }

    @Override
    public Row update(long id, ObjectNode given) {
        shape().check(given);
        ObjectNode label = live(id);
        label.setAll(given);
        label.put("update_time", account.nowWithMillis());
        return table.put(label, 0);
    }

    private static Shape shape() {
        return new Shape().optional("name", Rules.name(255)).optional("color", Rules.oneOf(COLORS));
    }

    private Reply delete(Request request) {
        delete(number(request));
        return Replies.data(200, Json.object().put("id", request.pathParameter("id")));
    }

    /** Deletes a label and takes it off all leads. */
    @Override
    public void delete(long id) {
        ObjectNode label = live(id);
        table.put(label.put("is_deleted", true), 0);
        Table leads = account.table("leads");
        for (Row row : List.copyOf(leads.rows())) {
            ObjectNode lead = row.record();
            ArrayNode left = Json.MAPPER.createArrayNode();
            for (JsonNode labelId : lead.path("label_ids")) {
                if (!labelId.equals(label.get("id"))) {
                    left.add(labelId);
                }
            }
            if (left.size() < lead.path("label_ids").size()) {
                leads.rewrite(lead.set("label_ids", left), row.cleanedAt());
            }
        }
    }

    private ObjectNode live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "requested lead label not found");
        }
        return row.record();
    }
}
