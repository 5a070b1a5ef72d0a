package dev.crmmigration.testkit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer to a request.
 *
 * @param status the HTTP status; 0 closes the connection without an answer
 * @param headers besides {@code Date}, {@code Connection} and {@code Content-Length}, which the server writes
 * @param body in parts, so that a page of stored records needs no copy
 * @param cost what the platform charged for the request, in its own unit; shown in the log
 */
public record Reply(int status, Map<String, String> headers, List<byte[]> body, int cost) {

    /** Closes the connection without an answer. */
    static final Reply NONE = new Reply(0, Map.of(), List.of(), 0);

    public Reply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = List.copyOf(body);
    }

    public static Reply json(int status, JsonNode document) {
        return json(status, List.of(Json.bytes(document)));
    }

    /** Answers with a document whose parts follow each other. */
    public static Reply json(int status, List<byte[]> parts) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), parts, 0);
    }

    public static Reply html(int status, String page) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=UTF-8"), List.of(page.getBytes(UTF_8)), 0);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), List.of(), 0);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public long length() {
        long length = 0;
        for (byte[] part : body) {
            length += part.length;
        }
        return length;
    }

    public Reply withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body, cost);
    }

    public Reply withStatus(int newStatus) {
        return new Reply(newStatus, headers, body, cost);
    }

    public Reply withBody(List<byte[]> newBody) {
        return new Reply(status, headers, newBody, cost);
    }

    public Reply withCost(int newCost) {
        return new Reply(status, headers, body, newCost);
    }

    /** Leaves out the body, which holds personal data. */
    @Override
    public String toString() {
        return "Reply[" + status + ", " + length() + " bytes]";
    }
}
