package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.TreeMap;

/** What became of the items of a bulk job. No public document tells how the API says it, so how much it says is a switch. */
final class JobReport {

    private final int items;
    private final TreeMap<Integer, List<String>> failed = new TreeMap<>();

    JobReport(int items) {
        this.items = items;
    }

    void fail(int position, List<String> messages) {
        failed.put(position, messages);
    }

    void failAll(String message) {
        for (int i = 0; i < items; i++) {
            fail(i, List.of(message));
        }
    }

    boolean failedAll() {
        return failed.size() == items;
    }

    ObjectNode shown(String detail) {
        ObjectNode data = Json.object();
        if (detail.equals("none")) {
            return data;
        }
        data.put("total", items).put("success", items - failed.size()).put("failed", failed.size());
        if (detail.equals("detailed")) {
            ArrayNode errors = data.putArray("errors");
            failed.forEach((position, messages) -> {
                ObjectNode error = errors.addObject().put("index", position);
                messages.forEach(error.putArray("message")::add);
            });
        }
        return data;
    }
}
