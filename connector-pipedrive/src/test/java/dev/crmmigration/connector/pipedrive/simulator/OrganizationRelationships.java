package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which organization is whose parent, and which are otherwise related, by v1. */
final class OrganizationRelationships implements Editable {

    private static final String OWNER = "rel_owner_org_id";
    private static final String LINKED = "rel_linked_org_id";

    private final Account account;
    private final Table table;
    private final RelationshipDocuments documents;

    OrganizationRelationships(Account account) {
        this.account = account;
        this.table = account.table("organizationRelationships");
        this.documents = new RelationshipDocuments(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/organizationRelationships";
        String one = path + "/{id}";
        return List.of(
                new Endpoint("GET", path, 20, this::list),
                new Endpoint("POST", path, 10, request -> shown(create(Bodies.object(request)), 0)),
                new Endpoint("GET", one, 2, this::read),
                new Endpoint(
                        "PUT",
                        one,
                        10,
                        request -> shown(update(EntityEndpoints.id(request), Bodies.object(request)), 0)),
                new Endpoint("DELETE", one, 6, this::delete));
    }

    private Reply list(Request request) {
        long organization = requested(request);
        if (organization == 0) {
            throw ApiException.badRequest("org_id is required");
        }
        Set<Long> ids = new TreeSet<>();
        for (String side : List.of(OWNER, LINKED)) {
            for (long id : table.withKey(side, organization).toArray()) {
                ids.add(id);
            }
        }
        List<ObjectNode> shown = new ArrayList<>();
        for (long id : ids) {
            shown.add(documents.of(live(id), organization));
        }
        return Reply.json(200, documents.list(shown));
    }

    private Reply read(Request request) {
        Row row = table.find(EntityEndpoints.id(request));
        if (row == null) {
            throw notFound();
        }
        return shown(row, requested(request));
    }

    private static long requested(Request request) {
        String id = request.query().getOrDefault("org_id", "");
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    private Reply shown(Row row, long organization) {
        return Reply.json(200, documents.one(row.record(), organization));
    }

    @Override
    public Row create(ObjectNode given) {
        int cap = account.settings().quantity(Quantity.ORGANIZATION_RELATIONSHIPS);
        if (cap > 0 && table.live().size() >= cap) {
            throw ApiException.capped("organization_relationships", "The limit of relationships has been reached");
        }
        for (String required : List.of("type", OWNER, LINKED)) {
            if (!given.hasNonNull(required)) {
                throw ApiException.badRequest(required + " is required");
            }
        }
        ObjectNode relationship = Json.object();
        relationship.put("id", table.lastId() + 1);
        relationship.put("add_time", account.nowV1());
        relationship.put("active_flag", true);
        return stored(relationship, given);
    }

    @Override
    public Row update(long id, ObjectNode given) {
        return stored(live(id), given);
    }

    private Row stored(ObjectNode relationship, ObjectNode given) {
        if (given.has("type")) {
            if (!Set.of("parent", "related").contains(given.path("type").asText(""))) {
                throw ApiException.badRequest("type must be parent or related");
            }
            relationship.set("type", given.get("type"));
        }
        for (String side : List.of(OWNER, LINKED)) {
            JsonNode id = given.path(side);
            if (!id.isMissingNode()) {
                account.requireReference(side, "organizations", id.asLong(0));
                relationship.put(side, id.asLong(0));
            }
        }
        if (relationship.path(OWNER).equals(relationship.path(LINKED))) {
            throw ApiException.badRequest("An organization cannot be related to itself");
        }
        relationship.put("update_time", account.nowV1());
        return table.put(relationship, 0);
    }

    private Reply delete(Request request) {
        long id = EntityEndpoints.id(request);
        delete(id);
        return Replies.deleted(id);
    }

    @Override
    public void delete(long id) {
        table.put(live(id).put("active_flag", false).put("update_time", account.nowV1()), 0);
    }

    private ObjectNode live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw notFound();
        }
        return row.record();
    }

    private static ApiException notFound() {
        return ApiException.of(404, "ERR_NOT_FOUND", "Organization relationship not found");
    }
}
