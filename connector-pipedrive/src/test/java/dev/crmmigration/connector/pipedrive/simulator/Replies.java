package dev.crmmigration.connector.pipedrive.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelopes of both versions. */
final class Replies {

    private static final byte[] DATA = bytes("{\"success\":true,\"data\":");
    private static final byte[] LIST = bytes("{\"success\":true,\"data\":[");
    private static final byte[] COMMA = bytes(",");
    private static final byte[] END = bytes("}");

    private Replies() {}

    static Reply data(int status, JsonNode data) {
        return data(status, Json.bytes(data));
    }

    static Reply data(int status, byte[] document) {
        return Reply.json(status, List.of(DATA, document, END));
    }

    /** Answers a deletion of v2. */
    static Reply deleted(long id) {
        return data(200, Json.object().put("id", id));
    }

    /**
     * A page of v2.
     *
     * @param next what the next page begins after; {@code null} on the last page
     */
    static Reply page(List<byte[]> documents, @Nullable Cursor next) {
        String cursor = next == null ? "null" : "\"" + next.encoded() + "\"";
        return list(documents, "],\"additional_data\":{\"next_cursor\":" + cursor + "}}");
    }

    /** A page of v1, which says {@code null} where there is nothing. */
    static Reply pageV1(List<byte[]> documents, int start, int limit, boolean hasMore) {
        ObjectNode pagination = Json.object();
        pagination.put("start", start);
        pagination.put("limit", limit);
        pagination.put("more_items_in_collection", hasMore);
        if (hasMore) {
            pagination.put("next_start", start + limit);
        }
        String end = ",\"additional_data\":{\"pagination\":" + pagination + "}}";
        if (documents.isEmpty()) {
            return Reply.json(200, List.of(DATA, bytes("null"), bytes(end)));
        }
        return list(documents, "]" + end);
    }

    /** All records of v1 at once. */
    static Reply allV1(List<byte[]> documents) {
        return list(documents, "]}");
    }

    /** A list of v1 that shows an empty list as such. */
    static Reply list(List<byte[]> documents, ObjectNode additionalData) {
        return list(documents, "],\"additional_data\":" + additionalData + "}");
    }

    private static Reply list(List<byte[]> documents, String end) {
        List<byte[]> parts = new ArrayList<>(documents.size() * 2 + 2);
        parts.add(LIST);
        parts.addAll(joined(documents));
        parts.add(bytes(end));
        return Reply.json(200, parts);
    }

    /** Puts commas between documents. */
    static List<byte[]> joined(List<byte[]> documents) {
        List<byte[]> parts = new ArrayList<>(documents.size() * 2);
        for (byte[] document : documents) {
            if (!parts.isEmpty()) {
                parts.add(COMMA);
            }
            parts.add(document);
        }
        return parts;
    }

    static Reply error(boolean isV1, ApiException problem) {
        ObjectNode error = Json.object();
        error.put("success", false);
        error.put("error", problem.getMessage());
        if (isV1) {
            error.put(
                    "error_info",
                    problem.status() == 404
                            ? "Object was not found."
                            : "Please check developers.pipedrive.com for more information about Pipedrive API.");
            error.putNull("data");
            error.putNull("additional_data");
            error.put("code", problem.code());
        } else {
            error.put("code", problem.code());
            if (problem.status() == 404) {
                error.put("error_info", "Object was not found.");
            }
            if (problem.fieldCode() != null) {
                error.put("field_code", problem.fieldCode());
            }
        }
        return Reply.json(problem.status(), error);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
