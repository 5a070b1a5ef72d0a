package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an API says about the workspace.
 *
 * @param workspace its id, or empty text
 * @param zone the zone of times that name none, or empty text
 * @param currency the currency of amounts that name none, or empty text
 * @param rows how many rows each collection has; empty if it does not say
 */
record RestMeta(String workspace, String zone, String currency, Map<String, Long> rows) {

    RestMeta {
        rows = Map.copyOf(rows);
    }

    static RestMeta of(RestCalls calls) {
        Answered reply = calls.get("/v1/meta", Map.of());
        if (reply.status() != HttpStatus.OK) {
            return new RestMeta("", "", "", Map.of());
        }
        JsonObject said = reply.object()
                .orElseThrow(() -> new FatalConnectorException(
                        "GET /v1/meta returned no JSON object." + " Check that 'baseUrl' is the address of the API"));
        JsonObject meta = said.object("data").orElse(said);
        Map<String, Long> rows = new TreeMap<>();
        JsonObject counts = meta.object("collections").orElse(JsonObject.EMPTY);
        counts.map().keySet().forEach(name -> counts.integer(name).ifPresent(count -> rows.put(name, count)));
        return new RestMeta(
                meta.object("workspace")
                        .flatMap(workspace -> workspace.id("id"))
                        .orElse(""),
                meta.text("time_zone").orElse(""),
                meta.text("currency").orElse(""),
                rows);
    }

    boolean mayHave(String collection) {
        return rows.isEmpty() || rows.containsKey(collection);
    }
}
