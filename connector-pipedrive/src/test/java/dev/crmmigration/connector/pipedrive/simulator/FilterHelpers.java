package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What conditions of filters can say (the example of GET /filters/helpers in OpenAPI v1). */
final class FilterHelpers {

    private final JsonNode helpers = read();

    private static JsonNode read() {
        try (InputStream in = FilterHelpers.class.getResourceAsStream("filter-helpers.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read filter-helpers.json", e);
        }
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint("GET", Endpoint.V1 + "/filters/helpers", 20, request -> shown()));
    }

    private Reply shown() {
        return Replies.data(200, helpers);
    }

    /** Tells whether a text stands for a date that moves with the day, such as {@code last_week}. */
    boolean isRelativeDate(String text) {
        for (JsonNode group : helpers.path("relative_dates")) {
            if (group.has(text)) {
                return true;
            }
        }
        return false;
    }
}
