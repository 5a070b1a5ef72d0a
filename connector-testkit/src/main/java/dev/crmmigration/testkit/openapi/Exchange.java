package dev.crmmigration.testkit.openapi;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came back.
 *
 * @param path decoded, without the query
 * @param query the decoded parameters
 * @param contentType of the request's body
 * @param status of the reply
 * @param replyType the content type of the reply's body
 */
public record Exchange(
        String method,
        String path,
        Map<String, String> query,
        @Nullable String contentType,
        byte[] body,
        int status,
        @Nullable String replyType,
        byte[] replyBody) {

    /** Takes over what a simulator was asked and what it answered. */
    public static Exchange of(Request request, Reply reply) {
        ByteArrayOutputStream replyBody = new ByteArrayOutputStream();
        reply.body().forEach(replyBody::writeBytes);
        return new Exchange(
                request.method(),
                request.path(),
                request.query(),
                request.header("content-type"),
                request.body(),
                reply.status(),
                reply.headers().get("Content-Type"),
                replyBody.toByteArray());
    }

    /** Tells whether the request was accepted. */
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Leaves out query and bodies, which hold personal data. */
    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
