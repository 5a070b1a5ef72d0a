package dev.crmmigration.engine.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crmmigration.api.audit.AuditEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads lines of a trail, and only as {@link AuditEvent#line} writes them. */
final class EventParser {

    private static final JsonMapper JSON = new JsonMapper();

    private EventParser() {}

    /** Returns the event of a line without its line end, or empty if the line is not exactly what we would write. */
    static Optional<AuditEvent> parse(byte[] line) {
        return read(line).filter(event -> isWrittenAs(event, line));
    }

    private static boolean isWrittenAs(AuditEvent event, byte[] line) {
        return Arrays.equals(event.line().getBytes(StandardCharsets.UTF_8), line);
    }

    private static Optional<AuditEvent> read(byte[] line) {
        try {
            JsonNode json = JSON.readTree(new String(line, StandardCharsets.UTF_8));
            Map<String, String> attributes = new HashMap<>();
            json.path("attributes")
                    .properties()
                    .forEach(member -> attributes.put(member.getKey(), text(member.getValue())));
            return Optional.of(new AuditEvent(
                    json.path("sequence").asLong(),
                    Instant.parse(text(json.path("at"))),
                    text(json.path("kind")),
                    attributes,
                    text(json.path("previousHash")),
                    text(json.path("hash"))));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node) {
        return node.asText("");
    }
}
