package dev.crmmigration.engine.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.source.Automation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Automations as the workspace has them. */
public final class AutomationJson {

    private AutomationJson() {}

    /** Reads an array of automations; what has no name is none. */
    public static List<Automation> read(JsonNode array) {
        List<Automation> automations = new ArrayList<>();
        array.forEach(node -> {
            String name = node.path("name").asText("").strip();
            if (!name.isEmpty()) {
                automations.add(new Automation(
                        name,
                        node.path("kind").asText(""),
                        node.path("status").asText(""),
                        text(node.path("trigger")),
                        text(node.path("conditions")),
                        text(node.path("actions"))));
            }
        });
        return automations;
    }

    /** A person may write a list where a sentence would do. */
    private static Optional<String> text(JsonNode node) {
        List<String> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> items.add(item.isTextual() ? item.asText() : item.toString()));
        } else if (!node.isNull() && !node.isMissingNode()) {
            items.add(node.isValueNode() ? node.asText() : node.toString());
        }
        String text = String.join("; ", items).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
