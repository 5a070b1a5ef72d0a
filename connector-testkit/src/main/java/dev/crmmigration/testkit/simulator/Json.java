package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON as the simulators need it: decimals stay exact, nothing may follow the document. */
public final class Json {

    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Parses one document. Empty input gives a missing node.
     *
     * @throws IOException if it is not JSON
     */
    public static JsonNode parse(byte[] document) throws IOException {
        return MAPPER.readTree(document);
    }

    /**
     * Parses an object that this process has written itself.
     *
     * @throws IllegalStateException if it is no object
     */
    public static ObjectNode parseOwn(byte[] document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (IOException | ClassCastException e) {
            throw new IllegalStateException("the stored record is not a JSON object", e);
        }
    }

    /** Returns the document in UTF-8. */
    public static byte[] bytes(JsonNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a new empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
