package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.List;

/** Where leads come from, by v1: a list that cannot be changed. */
final class LeadSources {

    /** From the example of OpenAPI v1. */
    private static final List<String> NAMES = List.of(
            "Manually created",
            "Deal",
            "Web forms",
            "Prospector",
            "Leadbooster",
            "Live chat",
            "Import",
            "Website visitors",
            "Workflow automation",
            "API");

    private LeadSources() {}

    static List<Endpoint> endpoints() {
        return List.of(new Endpoint("GET", Endpoint.V1 + "/leadSources", 2, request -> list()));
    }

    private static Reply list() {
        return Replies.allV1(NAMES.stream()
                .map(name -> Json.bytes(Json.object().put("name", name)))
                .toList());
    }
}
