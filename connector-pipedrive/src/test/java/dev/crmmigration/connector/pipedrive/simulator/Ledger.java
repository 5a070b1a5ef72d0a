package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What clients have spent and how often they were told to wait. Safe for use by several threads. */
final class Ledger {

    private final TreeMap<LocalDate, Long> tokensPerDay = new TreeMap<>();
    private final TreeMap<String, Long> requestsPerRoute = new TreeMap<>();
    private long violations;
    private long blocked;

    synchronized long spent(LocalDate day) {
        return tokensPerDay.getOrDefault(day, 0L);
    }

    synchronized void charge(LocalDate day, Endpoint endpoint) {
        tokensPerDay.merge(day, (long) endpoint.cost(), Long::sum);
        requestsPerRoute.merge(endpoint.method() + " " + endpoint.template(), 1L, Long::sum);
    }

    synchronized void refund(LocalDate day, Endpoint endpoint) {
        tokensPerDay.merge(day, (long) -endpoint.cost(), Long::sum);
    }

    /** Notes a 429 that a client has provoked. */
    synchronized void violation() {
        violations++;
    }

    /** Notes a request that the gateway has blocked. */
    synchronized void blocked() {
        blocked++;
    }

    synchronized ObjectNode shown() {
        ObjectNode shown = Json.object();
        ObjectNode days = shown.putObject("tokensPerDay");
        tokensPerDay.forEach((day, tokens) -> days.put(day.toString(), tokens));
        shown.put("violations", violations);
        shown.put("blocked", blocked);
        long requests = 0;
        ObjectNode routes = shown.putObject("requestsPerRoute");
        for (Map.Entry<String, Long> route : requestsPerRoute.entrySet()) {
            routes.put(route.getKey(), route.getValue());
            requests += route.getValue();
        }
        shown.put("requests", requests);
        return shown;
    }

    synchronized void restore(JsonNode shown) {
        shown.path("tokensPerDay")
                .properties()
                .forEach(day -> tokensPerDay.put(
                        LocalDate.parse(day.getKey()), day.getValue().asLong()));
        violations = shown.path("violations").asLong();
        blocked = shown.path("blocked").asLong();
        shown.path("requestsPerRoute")
                .properties()
                .forEach(route ->
                        requestsPerRoute.put(route.getKey(), route.getValue().asLong()));
    }
}
