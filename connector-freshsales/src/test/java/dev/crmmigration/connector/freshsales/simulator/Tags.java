package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** The free words of a record; a write replaces all of them. */
final class Tags {

    private Tags() {}

    static void apply(ObjectNode record, ObjectNode given) {
        JsonNode sent = given.path("tags");
        if (sent.isMissingNode()) {
            return;
        }
        Set<String> words = new LinkedHashSet<>();
        if (sent.isArray()) {
            sent.forEach(tag -> words.add(tag.asText().strip()));
        } else if (sent.isTextual()) {
            words.addAll(Set.of(sent.textValue().strip()));
        }
        words.remove("");
        ArrayNode tags = Json.MAPPER.createArrayNode();
        words.forEach(tags::add);
        record.set("tags", tags);
    }
}
