package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.function.Predicate;

/** The calls for tasks, appointments and sales activities. */
final class HangingEndpoints {

    private final Account account;
    private final String envelope;
    private final HangingRecords records;
    private final int created;

    /**
     * Creates the calls.
     *
     * @param created the status of a new record
     */
    HangingEndpoints(Account account, String envelope, HangingRecords records, int created) {
        this.account = account;
        this.envelope = envelope;
        this.records = records;
        this.created = created;
    }

    List<Endpoint> endpoints() {
        String path = "/api/" + records.table().name();
        return List.of(
                Endpoint.post(path, this::create),
                Endpoint.get(path, this::list),
                Endpoint.get(
                        path + "/{id}", request -> answer(200, records.require(Bodies.id(request, "id")), request)),
                Endpoint.put(path + "/{id}", this::update),
                Endpoint.delete(path + "/{id}", this::delete));
    }

    private Reply create(Request request) {
        return answer(created, records.create(Bodies.record(request, envelope)), request);
    }

    private Reply update(Request request) {
        long id = Bodies.id(request, "id");
        records.require(id);
        return answer(200, records.update(id, Bodies.record(request, envelope)), request);
    }

    private Reply delete(Request request) {
        records.delete(Bodies.id(request, "id"));
        return Reply.json(200, Json.object().put("success", "200"));
    }

    private Reply list(Request request) {
        boolean isTask = envelope.equals("task");
        if (isTask
                && "0".equals(request.query().get("page"))
                && "0".equals(request.query().get("per_page"))) {
            throw ApiException.crash();
        }
        Predicate<ObjectNode> shows = new DueDates(account)
                .filter(
                        request.query().getOrDefault("filter", ""),
                        records.table().name());
        List<ObjectNode> all = records.table().allLive().stream().filter(shows).toList();
        return Reply.json(200, Paging.of(request).page(records.table().name(), all, records::shown, !isTask));
    }

    private Reply answer(int status, ObjectNode record, Request request) {
        ObjectNode body = Json.object();
        body.set(envelope, records.shown(record));
        for (String word : request.query().getOrDefault("include", "").split(",", -1)) {
            if (word.equals("owner") || word.equals("creater")) {
                ObjectNode user =
                        account.table("users").live(record.path(word + "_id").asLong(0));
                body.putArray("users").add(user);
            }
        }
        return Reply.json(status, body);
    }
}
