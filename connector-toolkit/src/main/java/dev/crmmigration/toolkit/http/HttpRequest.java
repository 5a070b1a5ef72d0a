package dev.crmmigration.toolkit.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to make. Immutable. */
public final class HttpRequest {

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final @Nullable String json;
    private final @Nullable Upload upload;

    private HttpRequest(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String json,
            @Nullable Upload upload) {
        this.method = method;
        this.path = path;
        this.query = Collections.unmodifiableMap(query);
        this.json = json;
        this.upload = upload;
    }

    /**
     * Returns a request without query and body.
     *
     * @param method such as {@code GET}
     * @param path the path from the root of the server, beginning with a slash, already percent-encoded
     */
    public static HttpRequest of(String method, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        return new HttpRequest(method, path, Map.of(), null, null);
    }

    /** Returns this request with one more query parameter; its value is encoded by the client. */
    public HttpRequest query(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new HttpRequest(method, path, more, json, upload);
    }

    /** Returns this request with a JSON body, given as a tree that {@link Json#write} takes. */
    public HttpRequest json(Object tree) {
        return new HttpRequest(method, path, query, Json.write(tree), null);
    }

    /** Returns this request with a file for a body. */
    public HttpRequest upload(Upload file) {
        return new HttpRequest(method, path, query, null, file);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    @Nullable
    String body() {
        return json;
    }

    @Nullable
    Upload upload() {
        return upload;
    }

    /** Gives method and path; query and body may hold personal data. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
