package dev.crmmigration.connector.nextcrm.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts within JSON whose shape NextCRM promises nowhere. */
final class JsonTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LABELS = List.of("label", "name", "title", "value", "text");

    private JsonTexts() {}

    /** Returns the labels of an array of texts or objects; {@code null} if there are none. */
    static @Nullable List<String> labels(@Nullable String json) {
        Set<String> labels = new LinkedHashSet<>();
        for (JsonNode item : array(json)) {
            String label = item.isValueNode() ? item.asText("") : first(item, LABELS);
            if (!label.isBlank()) {
                labels.add(Texts.line(label.strip()));
            }
        }
        return labels.isEmpty() ? null : List.copyOf(labels);
    }

    /** Returns the addresses of an array of texts or of objects with name and address, one a line. */
    static @Nullable String addresses(@Nullable String json) {
        Set<String> addresses = new LinkedHashSet<>();
        for (JsonNode item : array(json)) {
            String address = item.isValueNode() ? item.asText("") : first(item, List.of("email", "address"));
            String name = item.path("name").asText("").strip();
            if (!address.isBlank()) {
                addresses.add(name.isEmpty() ? address.strip() : name + " <" + address.strip() + ">");
            }
        }
        return addresses.isEmpty() ? null : String.join("\n", addresses);
    }

    private static JsonNode array(@Nullable String json) {
        try {
            JsonNode node = JSON.readTree(json == null ? "[]" : json);
            return node.isArray() ? node : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave JSON that is none", e);
        }
    }

    private static String first(JsonNode item, List<String> keys) {
        return keys.stream()
                .map(key -> item.path(key).asText("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
