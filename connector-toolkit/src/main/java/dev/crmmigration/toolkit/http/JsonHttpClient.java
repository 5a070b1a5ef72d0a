package dev.crmmigration.toolkit.http;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes one exchange of JSON, or of a file for JSON, over HTTP, and tells the truth about it: it never repeats a request and follows no
 * redirect. Asks a meter before, and tells it the server's time after. Used by several threads at once.
 *
 * <p>{@link #close} ends its threads. What remains is the daemon thread in which OkHttp times out its own tasks, which
 * ends by itself.
 */
public final class JsonHttpClient implements AutoCloseable {

    private final HttpUrl server;
    private final Map<String, Secret> headers;
    private final Connections connections;

    private JsonHttpClient(HttpUrl server, Map<String, Secret> headers, Connections connections) {
        this.server = server;
        this.headers = Map.copyOf(headers);
        this.connections = connections;
    }

    /**
     * Opens a client. Makes no call.
     *
     * @param server scheme, host and port of the server
     * @param headers what is sent with every request, such as a token; visible ASCII characters only
     * @throws IllegalArgumentException if the URL or a header cannot be sent, never naming its value
     */
    public static JsonHttpClient open(URI server, Map<String, Secret> headers, HttpSettings settings) {
        HttpUrl url = parsed(server);
        headers.forEach(HeaderValues::check);
        return new JsonHttpClient(url, headers, new Connections(url, settings));
    }

    private static HttpUrl parsed(URI server) {
        HttpUrl url = HttpUrl.parse(server.toString());
        if (url == null) {
            throw new IllegalArgumentException("the server's URL is not an http or https URL with a host");
        }
        return url;
    }

    /**
     * Makes one exchange. A thread that is interrupted gives up at once; its interrupt flag stays set.
     *
     * @param costs what the call takes from the meter
     * @param meter asked before the call, and told the server's time after it
     */
    public HttpReply exchange(HttpRequest request, List<Cost> costs, Meter meter) {
        Request ready = ready(request);
        return metered(costs, meter, () -> connections.send(ready, meter::sending));
    }

    /**
     * Makes one exchange whose answer is a file. Gives up as {@link #exchange} does.
     *
     * @param file gets the body of an answer with status 200, which has no text then
     */
    public HttpReply fetch(HttpRequest request, List<Cost> costs, Meter meter, Path file) {
        Request ready = ready(request);
        return metered(costs, meter, () -> connections.fetch(ready, meter::sending, file));
    }

    private static HttpReply metered(List<Cost> costs, Meter meter, Supplier<HttpReply> call) {
        try {
            Optional<Instant> notBefore = meter.acquire(costs);
            if (notBefore.isPresent()) {
                return new HttpReply.Refused(notBefore.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpReply.NotSent("INTERRUPTED");
        }
        HttpReply reply = call.get();
        if (reply instanceof HttpReply.Answered answered) {
            answered.serverTime().ifPresent(meter::serverTime);
        }
        return reply;
    }

    /** Makes one exchange that takes nothing from any budget, such as one that gets a token. */
    public HttpReply exchange(HttpRequest request) {
        return connections.send(ready(request), () -> {});
    }

    private Request ready(HttpRequest request) {
        HttpUrl.Builder url = serverOf(request).newBuilder().encodedPath(request.path());
        request.query().forEach(url::addQueryParameter);
        Request.Builder builder = new Request.Builder().url(url.build()).header("Accept", "application/json");
        if (request.server() == null) {
            headers.forEach((name, secret) -> builder.header(name, secret.reveal()));
        }
        request.headers().forEach((name, secret) -> builder.header(name, secret.reveal()));
        return builder.method(request.method(), body(request)).build();
    }

    private HttpUrl serverOf(HttpRequest request) {
        URI other = request.server();
        return other == null ? server : parsed(other);
    }

    private static @Nullable RequestBody body(HttpRequest request) {
        HttpRequest.Content content = request.content();
        if (content != null) {
            return RequestBody.create(
                    content.text().getBytes(StandardCharsets.UTF_8), MediaType.get(content.mediaType()));
        }
        Upload upload = request.upload();
        if (upload != null) {
            return FileBody.form(upload);
        }
        boolean needsBody = !request.method().equals("GET") && !request.method().equals("DELETE");
        return needsBody ? RequestBody.create(new byte[0]) : null;
    }

    /** Cancels what is under way and ends the client's threads. A second call does nothing. */
    @Override
    public void close() {
        connections.close();
    }
}
