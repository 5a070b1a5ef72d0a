package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;

/** Leads, by v1. Their custom fields are those of deals, in the form of v1. */
final class Leads implements Editable {

    private final Account account;
    private final Table table;
    private final CustomFields customFields;
    private final FlatCustomFields flat;
    private final LeadRules rules;

    Leads(Account account) {
        this.account = account;
        this.table = account.table("leads");
        FieldCatalog catalog = account.catalog("dealFields");
        this.customFields = new CustomFields(account, catalog);
        this.flat = new FlatCustomFields(account, catalog);
        this.rules = new LeadRules(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V1 + "/leads";
        String one = path + "/{id}";
        LeadList list = new LeadList(account, this);
        return List.of(
                new Endpoint("GET", path, 20, request -> list.page(request, false)),
                new Endpoint("POST", path, 10, request -> shown(201, create(Bodies.object(request)))),
                new Endpoint("GET", path + "/archived", 40, request -> list.page(request, true)),
                new Endpoint("GET", one, 2, request -> shown(200, visible(request))),
                new Endpoint(
                        "PATCH",
                        one,
                        10,
                        request -> shown(200, update(visible(request).id(), Bodies.object(request)))),
                new Endpoint("DELETE", one, 6, this::delete),
                new Endpoint("GET", one + "/permittedUsers", 10, this::permittedUsers));
    }

    private Reply shown(int status, Row row) {
        return Replies.data(status, document(row));
    }

    /** Adds a lead, checked as a request of a client is. */
    @Override
    public Row create(ObjectNode given) {
        DealCap.require(account);
        long number = table.lastId() + 1;
        ObjectNode lead = rules.blank(Uuids.of("leads", account.seed(), number));
        rules.requireTitle(given);
        apply(lead, given);
        return table.put(lead, catalogVersion());
    }

    /** Changes a lead, checked as a request of a client is. */
    @Override
    public Row update(long id, ObjectNode given) {
        ObjectNode lead = record(live(id));
        boolean isReturned = !given.path("is_archived").asBoolean(true);
        if (lead.path("is_archived").booleanValue() && !isReturned) {
            throw ApiException.badRequest("Archived leads cannot be edited");
        }
        apply(lead, given);
        if (given.path("is_archived").isBoolean()) {
            lead.set("is_archived", given.get("is_archived"));
        }
        lead.put("update_time", account.nowWithMillis());
        return table.put(lead, catalogVersion());
    }

    private void apply(ObjectNode lead, ObjectNode given) {
        ObjectNode values = flat.nested(given, lead.path("custom_fields"));
        rules.check(given, values, customFields);
        rules.apply(lead, given);
        customFields.apply(lead, values);
    }

    private Reply delete(Request request) {
        Row row = visible(request);
        delete(row.id());
        return Replies.data(200, Json.object().set("id", row.record().get("id")));
    }

    @Override
    public void delete(long id) {
        ObjectNode lead = record(live(id));
        lead.put("is_deleted", true);
        lead.put("update_time", account.nowWithMillis());
        table.put(lead, catalogVersion());
    }

    /** Lists the owner, and all other active users unless only the owner sees the lead. */
    private Reply permittedUsers(Request request) {
        ObjectNode lead = visible(request).record();
        boolean ownerOnly = lead.path("visible_to").asText("").equals("1");
        List<byte[]> ids = PageV1.rows(
                        account.table("users"), account.table("users").live())
                .filter(user -> !ownerOnly || user.id() == lead.path("owner_id").longValue())
                .map(user -> Replies.bytes(Long.toString(user.id())))
                .toList();
        return Replies.allV1(ids);
    }

    private Row visible(Request request) {
        Row row = live(account.rowOf("leads", request.pathParameter("id")));
        account.requireVisible(table, row);
        return row;
    }

    private Row live(long id) {
        Row row = table.findLive(id);
        if (row == null) {
            throw ApiException.of(404, "ERR_NOT_FOUND", "requested lead not found");
        }
        return row;
    }

    private int catalogVersion() {
        return customFields.catalog().removals();
    }

    /** Returns a copy of the record without values of fields and options that are gone. */
    ObjectNode record(Row row) {
        ObjectNode lead = row.record();
        if (row.cleanedAt() != catalogVersion()) {
            customFields.cleanValues(lead);
        }
        return lead;
    }

    /** Returns the document as v1 shows it. */
    byte[] document(Row row) {
        ObjectNode lead = record(row);
        JsonNode values = lead.remove("custom_fields");
        lead.set("next_activity_id", nextActivity(lead.path("id").textValue()));
        flat.flatten(values == null ? NullNode.getInstance() : values, lead);
        return Json.bytes(lead);
    }

    private JsonNode nextActivity(String leadId) {
        Table activities = account.table("activities");
        return PageV1.rows(activities, activities.withKey("lead_id", Row.key(leadId)))
                .map(Row::record)
                .filter(activity -> !activity.path("done").booleanValue())
                .min((one, other) -> due(one).compareTo(due(other)))
                .map(activity -> activity.get("id"))
                .orElse(NullNode.getInstance());
    }

    /** Returns what sorts by the time when an activity is due; the last are those without a date. */
    private static String due(ObjectNode activity) {
        return activity.path("due_date").asText("9999")
                + activity.path("due_time").asText("");
    }
}
