package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be chosen in a record, and cannot be changed over the API. */
final class Selectors {

    private static final String PATH = "/api/selector/";

    private final Account account;

    Selectors(Account account) {
        this.account = account;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (String selector : Account.SELECTORS) {
            if (!selector.equals("users") && !selector.equals("deal_stages")) {
                endpoints.add(Endpoint.get(PATH + selector, request -> all(selector)));
            }
        }
        endpoints.add(Endpoint.get(PATH + "owners", request -> all("users")));
        endpoints.add(Endpoint.get(PATH + "deal_stages", request -> stages(defaultPipeline())));
        endpoints.add(Endpoint.get(
                PATH + "deal_pipelines/{id}/deal_stages", request -> stages(required("deal_pipelines", request))));
        endpoints.add(Endpoint.get(
                PATH + "sales_activity_types/{id}/sales_activity_outcomes",
                request -> outcomes(required("sales_activity_types", request))));
        return endpoints;
    }

    private Reply all(String selector) {
        return Reply.json(200, Replies.list(selector, ordered(selector)));
    }

    private List<ObjectNode> ordered(String selector) {
        return account.table(selector).allLive().stream()
                .sorted(Comparator.comparingInt(row -> row.path("position").asInt()))
                .toList();
    }

    private long defaultPipeline() {
        ObjectNode pipeline = account.first("deal_pipelines", "is_default", "true");
        return pipeline == null ? 0 : pipeline.path("id").longValue();
    }

    private long required(String table, Request request) {
        long id = Bodies.id(request, "id");
        if (!account.table(table).hasLive(id)) {
            throw ApiException.notFound();
        }
        return id;
    }

    private Reply stages(long pipeline) {
        return Reply.json(200, Replies.list("deal_stages", withMember("deal_stages", "deal_pipeline_id", pipeline)));
    }

    private Reply outcomes(long type) {
        String outcomes = "sales_activity_outcomes";
        return Reply.json(200, Replies.list(outcomes, withMember(outcomes, "sales_activity_type_id", type)));
    }

    private List<ObjectNode> withMember(String selector, String member, long value) {
        return ordered(selector).stream()
                .filter(row -> row.path(member).longValue() == value)
                .toList();
    }
}
