package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Which part of a list a request wants: 25 records unless told otherwise, never more than 100.
 *
 * @param page from 1
 */
record Paging(int page, int perPage) {

    static Paging of(Request request) {
        int perPage = Math.min(100, Bodies.number(request, "per_page", 25));
        return new Paging(Math.max(1, Bodies.number(request, "page", 1)), perPage);
    }

    /** Returns the body of a page; past the end it is empty. */
    ObjectNode page(String plural, List<ObjectNode> all, UnaryOperator<ObjectNode> shown, boolean tellsPages) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(plural);
        all.stream().skip((long) (page - 1) * perPage).limit(perPage).map(shown).forEach(list::add);
        addMeta(body, all.size(), tellsPages);
        return body;
    }

    void addMeta(ObjectNode body, int total, boolean tellsPages) {
        ObjectNode meta = body.putObject("meta");
        if (tellsPages) {
            meta.put("total_pages", perPage == 0 ? 0 : (total + perPage - 1) / perPage);
        }
        meta.put("total", total);
    }
}
