package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.connector.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One request to make. Immutable. */
public final class HttpRequest {

    private static final String JSON = "application/json; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, Secret> headers;
    private final @Nullable URI server;
    private final @Nullable Content content;
    private final @Nullable Upload upload;

    private HttpRequest(
            String method,
            String path,
            Map<String, String> query,
            Map<String, Secret> headers,
            @Nullable URI server,
            @Nullable Content content,
            @Nullable Upload upload) {
        this.method = method;
        this.path = path;
        this.query = Collections.unmodifiableMap(query);
        this.headers = Collections.unmodifiableMap(headers);
        this.server = server;
        this.content = content;
        this.upload = upload;
    }

    /** A body and its media type. */
    record Content(String mediaType, String text) {

        /** Gives the media type; the text may hold personal data or a secret. */
        @Override
        public String toString() {
            return "Content[" + mediaType + "]";
        }
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
        return new HttpRequest(method, path, Map.of(), Map.of(), null, null, null);
    }

    /** Returns this request with one more query parameter; its value is encoded by the client. */
    public HttpRequest query(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new HttpRequest(method, path, more, headers, server, content, upload);
    }

    /**
     * Returns this request with one more header, in place of the client's header of that name.
     *
     * @throws IllegalArgumentException if the value holds more than visible ASCII characters, never naming it
     */
    public HttpRequest header(String name, Secret value) {
        HeaderValues.check(name, value);
        return withHeader(name, value);
    }

    /**
     * Returns this request with an {@code Authorization} header.
     *
     * @param scheme such as {@code Bearer}
     * @throws IllegalArgumentException if the credentials hold more than visible ASCII characters, never naming them
     */
    public HttpRequest authorization(String scheme, Secret credentials) {
        HeaderValues.check("Authorization", credentials);
        return withHeader("Authorization", Secret.of(scheme + " " + credentials.reveal()));
    }

    private HttpRequest withHeader(String name, Secret value) {
        Map<String, Secret> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpRequest(method, path, query, more, server, content, upload);
    }

    /** Returns this request below a path, such as that of one of several accounts on a server. */
    public HttpRequest below(String prefix) {
        return new HttpRequest(method, prefix + path, query, headers, server, content, upload);
    }

    /** Returns this request to another server: scheme, host and port. The client's own headers are not sent there. */
    public HttpRequest server(URI other) {
        return new HttpRequest(method, path, query, headers, other, content, upload);
    }

    /** Returns this request with a JSON body, given as a tree that {@link Json#write} takes. */
    public HttpRequest json(Object tree) {
        return new HttpRequest(method, path, query, headers, server, new Content(JSON, Json.write(tree)), null);
    }

    /** Returns this request with a file for a body. */
    public HttpRequest upload(Upload file) {
        return new HttpRequest(method, path, query, headers, server, null, file);
    }

    /** Returns this request with the body of a form, whose values may be secret. */
    public HttpRequest form(Map<String, Secret> values) {
        StringJoiner text = new StringJoiner("&");
        values.forEach((name, value) -> text.add(encoded(name) + "=" + encoded(value.reveal())));
        return new HttpRequest(method, path, query, headers, server, new Content(FORM, text.toString()), null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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

    Map<String, Secret> headers() {
        return headers;
    }

    @Nullable
    URI server() {
        return server;
    }

    @Nullable
    Content content() {
        return content;
    }

    @Nullable
    Upload upload() {
        return upload;
    }

    /** Gives method and path; query, headers and body may hold personal data or a secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
