package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Set;

/** The discounts of whole deals, whose ids are UUIDs. */
final class Discounts {

    static final Rule POSITIVE = (parameter, value, checks) -> {
        Rules.NUMBER.check(parameter, value, checks);
        if (value.isNumber() && value.doubleValue() <= 0) {
            checks.add(parameter, "This value should be positive.");
        }
    };

    private final Account account;
    private final EntityEndpoints deals;
    private final Table table;
    private final DealTotals totals;

    Discounts(Account account, EntityEndpoints deals) {
        this.account = account;
        this.deals = deals;
        this.table = account.table("discounts");
        this.totals = new DealTotals(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/deals/{id}/discounts";
        String one = path + "/{discount}";
        return List.of(
                new Endpoint("GET", path, 10, this::list),
                new Endpoint("POST", path, 5, this::add),
                new Endpoint("PATCH", one, 5, this::change),
                new Endpoint("DELETE", one, 3, this::delete));
    }

    private Reply list(Request request) {
        long deal = EntityEndpoints.id(request);
        deals.liveRecord(deal);
        ArrayNode shown = Json.MAPPER.createArrayNode();
        for (long id : table.withKey("deal_id", deal).toArray()) {
            shown.add(account.record("discounts", id));
        }
        return Replies.data(200, shown);
    }

    private static Shape shape() {
        return new Shape()
                .optional("description", Rules.name(255))
                .optional("amount", POSITIVE)
                .optional("type", Rules.oneOf(Set.of("percentage", "amount")));
    }

    private Reply add(Request request) {
        long deal = EntityEndpoints.id(request);
        deals.editableRecord(deal);
        ObjectNode given = Bodies.object(request);
        shape().required("description", Rules.name(255))
                .required("amount", POSITIVE)
                .required("type", Rules.oneOf(Set.of("percentage", "amount")))
                .check(given);
        ObjectNode discount = Json.object().put("id", Uuids.of("discounts", account.seed(), table.nextId()));
        new Parameters(account, discount, given).copy("type", "amount", "description");
        discount.put("deal_id", deal);
        discount.put("created_at", account.now()).put("created_by", account.tokenUserId());
        return stored(201, discount);
    }

    private Reply stored(int status, ObjectNode discount) {
        discount.put("updated_at", account.now()).put("updated_by", account.tokenUserId());
        table.put(discount, 0);
        totals.refresh(discount.path("deal_id").longValue());
        return Replies.data(status, discount);
    }

    private Reply change(Request request) {
        ObjectNode discount = discount(request);
        ObjectNode given = Bodies.object(request);
        shape().check(given);
        new Parameters(account, discount, given).copy("type", "amount", "description");
        return stored(200, discount);
    }

    /** The document declares the id of the answer as a number, although discounts have none; the number of the row stands in. */
    private Reply delete(Request request) {
        ObjectNode discount = discount(request);
        table.put(discount.put("is_deleted", true), 0);
        totals.refresh(discount.path("deal_id").longValue());
        return Replies.deleted(Uuids.rowOf(discount));
    }

    private ObjectNode discount(Request request) {
        long deal = EntityEndpoints.id(request);
        deals.editableRecord(deal);
        String id = request.pathParameter("discount");
        Row row = table.findLive(Uuids.numberOf(id));
        if (row == null
                || row.key(table.keyPosition("deal_id")) != deal
                || !row.record().path("id").asText("").equalsIgnoreCase(id)) {
            throw ApiException.notFound();
        }
        return row.record();
    }
}
