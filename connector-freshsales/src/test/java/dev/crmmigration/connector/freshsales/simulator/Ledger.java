package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/** What clients have asked for and how often they were told to wait. Safe for use by several threads. */
final class Ledger {

    /** Hours that are kept one by one; older ones count in the sum alone. */
    private static final int HOURS = 24 * 90;

    private final TreeMap<Instant, Long> callsPerHour = new TreeMap<>();
    private final TreeMap<String, Long> callsPerRoute = new TreeMap<>();
    private long calls;
    private long violations;

    synchronized void count(Instant now, Endpoint endpoint) {
        callsPerHour.merge(now.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
        if (callsPerHour.size() > HOURS) {
            callsPerHour.pollFirstEntry();
        }
        callsPerRoute.merge(endpoint.method() + " " + endpoint.template(), 1L, Long::sum);
        calls++;
    }

    /** Notes a 429 that a client has provoked. */
    synchronized void violation() {
        violations++;
    }

    synchronized ObjectNode shown() {
        ObjectNode shown = Json.object();
        shown.put("calls", calls);
        shown.put("violations", violations);
        ObjectNode hours = shown.putObject("callsPerHour");
        callsPerHour.forEach((hour, count) -> hours.put(hour.toString(), count));
        ObjectNode routes = shown.putObject("callsPerRoute");
        callsPerRoute.forEach(routes::put);
        return shown;
    }

    synchronized void restore(JsonNode shown) {
        calls = shown.path("calls").asLong();
        violations = shown.path("violations").asLong();
        shown.path("callsPerHour")
                .properties()
                .forEach(hour -> callsPerHour.put(
                        Instant.parse(hour.getKey()), hour.getValue().asLong()));
        shown.path("callsPerRoute")
                .properties()
                .forEach(route ->
                        callsPerRoute.put(route.getKey(), route.getValue().asLong()));
    }
}
