package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** The calls for the products of deals. */
final class DealLineEndpoints {

    private static final int MAX_ROWS = 100;

    private final Account account;
    private final EntityEndpoints deals;
    private final DealLines lines;

    DealLineEndpoints(Account account, EntityEndpoints deals) {
        this.account = account;
        this.deals = deals;
        this.lines = new DealLines(account);
    }

    List<Endpoint> endpoints() {
        String path = Endpoint.V2 + "/deals/{id}/products";
        String one = path + "/{line}";
        return List.of(
                new Endpoint("GET", Endpoint.V2 + "/deals/products", 10, this::listOfDeals),
                new Endpoint("GET", path, 10, this::list),
                new Endpoint("POST", path, 5, this::add),
                new Endpoint("DELETE", path, 15, this::deleteSeveral),
                new Endpoint("POST", path + "/bulk", 25, this::addSeveral),
                new Endpoint("PATCH", one, 5, this::change),
                new Endpoint("DELETE", one, 3, this::delete));
    }

    private Reply listOfDeals(Request request) {
        List<ObjectNode> found = new ArrayList<>();
        dealIds(request).forEach(deal -> found.addAll(lines.of(deal)));
        return new ShortList(account, request)
                .sortable("deal_id", "add_time", "update_time", "order_nr")
                .allowing("deal_ids")
                .of(found, DealLineEndpoints::shown);
    }

    /** Reads {@code deal_ids}, which is required. */
    static List<Long> dealIds(Request request) {
        Checks checks = new Checks();
        String given = request.query().getOrDefault("deal_ids", "");
        if (given.isEmpty()) {
            checks.add("deal_ids", "This field is missing.");
        }
        checks.finish();
        List<Long> ids = QueryValues.ids("deal_ids", given, MAX_ROWS, checks);
        checks.finish();
        return ids.stream().distinct().toList();
    }

    private Reply list(Request request) {
        return new ShortList(account, request)
                .sortable("add_time", "update_time", "order_nr")
                .of(lines.of(deal(request)), DealLineEndpoints::shown);
    }

    private long deal(Request request) {
        return deals.liveRecord(EntityEndpoints.id(request)).path("id").longValue();
    }

    private long editableDeal(Request request) {
        return deals.editableRecord(EntityEndpoints.id(request)).path("id").longValue();
    }

    private Reply add(Request request) {
        long deal = editableDeal(request);
        ObjectNode given = Bodies.object(request);
        lines.check(given);
        return Replies.data(201, shown(lines.add(deal, List.of(given)).get(0)));
    }

    private Reply addSeveral(Request request) {
        long deal = editableDeal(request);
        ObjectNode body = Bodies.object(request);
        new Shape().required("data", Rules.listOf(Rules.OBJECT)).check(body);
        JsonNode rows = body.path("data");
        if (rows.isEmpty() || rows.size() > MAX_ROWS) {
            throw ApiException.invalid("data: Between 1 and " + MAX_ROWS + " products can be added.", null);
        }
        List<ObjectNode> given = new ArrayList<>();
        for (JsonNode row : rows) {
            lines.check((ObjectNode) row);
            given.add((ObjectNode) row);
        }
        ArrayNode added = Json.MAPPER.createArrayNode();
        lines.add(deal, given).forEach(line -> added.add(shown(line)));
        return Replies.data(201, added);
    }

    private Reply change(Request request) {
        editableDeal(request);
        return Replies.data(200, shown(lines.change(line(request), Bodies.object(request))));
    }

    private Reply delete(Request request) {
        editableDeal(request);
        ObjectNode line = line(request);
        lines.delete(line);
        return Replies.deleted(line.path("id").longValue());
    }

    private ObjectNode line(Request request) {
        long wanted = EntityEndpoints.id(request, "line");
        for (ObjectNode line : lines.of(EntityEndpoints.id(request))) {
            if (line.path("id").longValue() == wanted) {
                return line;
            }
        }
        throw ApiException.notFound();
    }

    private Reply deleteSeveral(Request request) {
        List<ObjectNode> present = lines.of(editableDeal(request));
        String given = request.query().get("ids");
        if (given != null) {
            Checks checks = new Checks();
            List<Long> wanted = QueryValues.ids("ids", given, MAX_ROWS, checks);
            checks.finish();
            present.removeIf(line -> !wanted.contains(line.path("id").longValue()));
        }
        ObjectNode answer = Json.object().put("success", true);
        ArrayNode ids = answer.putObject("data").putArray("ids");
        for (ObjectNode line : present.subList(0, Math.min(MAX_ROWS, present.size()))) {
            lines.delete(line);
            ids.add(line.path("id").longValue());
        }
        answer.putObject("additional_data").put("more_items_in_collection", present.size() > MAX_ROWS);
        return Reply.json(200, answer);
    }

    private static ObjectNode shown(ObjectNode line) {
        line.remove("is_deleted");
        return line;
    }
}
