package dev.crmmigration.testkit.openapi;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request and what came back. Immutable, as long as nobody writes into the bodies. */
public final class Exchange {

    private static final byte[] NOTHING = {};

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final @Nullable String contentType;
    private final byte[] body;
    private final int status;
    private final @Nullable String replyType;
    private final byte[] replyBody;

    private Exchange(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String contentType,
            byte[] body,
            int status,
            @Nullable String replyType,
            byte[] replyBody) {
        this.method = method;
        this.path = path;
        this.query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        this.contentType = contentType;
        this.body = body;
        this.status = status;
        this.replyType = replyType;
        this.replyBody = replyBody;
    }

    /** Takes over what a simulator was asked and what it answered. */
    public static Exchange of(Request request, Reply reply) {
        ByteArrayOutputStream replyBody = new ByteArrayOutputStream();
        reply.body().forEach(replyBody::writeBytes);
        return request(
                        request.method(),
                        request.path(),
                        request.query(),
                        request.header("content-type"),
                        request.body())
                .answered(reply.status(), reply.headers().get("Content-Type"), replyBody.toByteArray());
    }

    /**
     * Describes a request without an answer.
     *
     * @param path decoded, without the query
     * @param query the decoded parameters
     * @param body empty if there is none
     */
    public static Exchange request(
            String method, String path, Map<String, String> query, @Nullable String contentType, byte[] body) {
        return new Exchange(method, path, query, contentType, body, 0, null, NOTHING);
    }

    /** Adds what came back. */
    public Exchange answered(int newStatus, @Nullable String newType, byte[] newBody) {
        return new Exchange(method, path, query, contentType, body, newStatus, newType, newBody);
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
    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    int status() {
        return status;
    }

    @Nullable
    String replyType() {
        return replyType;
    }

    byte[] replyBody() {
        return replyBody;
    }

    boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Leaves out query and bodies, which hold personal data. */
    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
