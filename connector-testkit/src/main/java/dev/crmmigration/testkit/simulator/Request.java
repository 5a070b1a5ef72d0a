package dev.crmmigration.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came in. Immutable, as long as nobody writes into the body. */
public final class Request {

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Map<String, String> pathParameters;
    private final byte[] body;

    Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Map<String, String> pathParameters,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.pathParameters = pathParameters;
        this.body = body;
    }

    /** Returns the method in upper case. */
    public String method() {
        return method;
    }

    /** Returns the decoded path without the query. */
    public String path() {
        return path;
    }

    /** Returns the decoded parameters in their order; of a repeated one the last. */
    public Map<String, String> query() {
        return query;
    }

    /** Returns the body; empty if there was none. */
    public byte[] body() {
        return body;
    }

    /** Returns the value of a header whatever its case, or {@code null}. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Returns what stands in the path in place of {@code {name}}. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /**
     * Parses the body; an empty one gives a missing node.
     *
     * @throws IOException if the body is not JSON
     */
    public JsonNode json() throws IOException {
        return Json.parse(body);
    }

    public Request withPath(String newPath) {
        return new Request(method, newPath, query, headers, pathParameters, body);
    }

    public Request withPathParameters(Map<String, String> parameters) {
        return new Request(method, path, query, headers, Map.copyOf(parameters), body);
    }

    public Request withBody(byte[] newBody) {
        return new Request(method, path, query, headers, pathParameters, newBody);
    }

    /** Leaves out query, headers and body, which hold secrets and personal data. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
