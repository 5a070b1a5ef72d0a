package dev.crmmigration.toolkit.rest;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes requests, and makes those again that may succeed later. Used by several threads. */
final class RestCalls implements AutoCloseable {

    private static final String REQUESTS = "requests";
    private static final List<Cost> ONE = List.of(new Cost(REQUESTS, 1));
    private static final int TRIES = 6;
    private static final int REDIRECTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final long FIRST_EPOCH = 1_000_000_000L;

    private final RestAccess access;
    private final ConnectorContext context;
    private final Meter meter;
    private final JsonHttpClient client;

    RestCalls(RestAccess access, String platform, ConnectorContext context) {
        this.access = access;
        this.context = context;
        this.meter = context.meter(platform + ":" + access.base());
        meter.declare(List.of(Allowance.rolling(REQUESTS, access.perSecond(), Duration.ofSeconds(1))));
        this.client = JsonHttpClient.open(server(access.base()), Map.of(), context.http());
    }

    private static URI server(URI base) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }

    /**
     * Asks for JSON.
     *
     * @param path from {@code /v1} on
     * @return an answer with status 200, 400, 404 or 410
     */
    Answered get(String path, Map<String, String> query) {
        HttpRequest request = own(path);
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        HttpRequest ready = request;
        return answered(path, () -> client.exchange(ready, ONE, meter));
    }

    private HttpRequest own(String path) {
        String before = access.base().getRawPath() == null ? "" : access.base().getRawPath();
        return HttpRequest.of("GET", before + path).authorization("Bearer", access.token());
    }

    /**
     * Fetches a file, following where it is sent to; the token stays with the API.
     *
     * @return the status of the last answer; with 200 the file is there
     */
    int fetch(String path, Path file) {
        HttpRequest request = own(path);
        URI at = URI.create(access.base() + path);
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            HttpRequest ready = request;
            Answered reply = answered(path, () -> client.fetch(ready, ONE, meter, file));
            Optional<String> location = reply.header("location").filter(any -> reply.status() / 100 == 3);
            if (location.isEmpty()) {
                return reply.status();
            }
            at = at.resolve(location.get());
            if (!isSafe(at)) {
                return reply.status();
            }
            request = elsewhere(at);
        }
        return HttpStatus.GONE;
    }

    /** A file is not fetched over a way that is less safe than the API's own. */
    private boolean isSafe(URI address) {
        boolean isHttp = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && "http".equals(access.base().getScheme()));
        return isHttp && address.getHost() != null;
    }

    private static HttpRequest elsewhere(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        HttpRequest request = HttpRequest.of("GET", path).server(server(address));
        for (Map.Entry<String, String> parameter :
                Queries.parse(Queries.of(address.toString())).entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        return request;
    }

    private Answered answered(String path, Supplier<HttpReply> call) {
        for (int tries = 1; ; tries++) {
            HttpReply reply = call.get();
            String problem = problem(path, reply);
            if (problem == null) {
                return (Answered) reply;
            }
            if (Thread.currentThread().isInterrupted() || tries == TRIES) {
                throw RetryableConnectorException.of(problem, null);
            }
            pause(problem, waitFor(reply, tries, path));
        }
    }

    private Duration waitFor(HttpReply reply, int tries, String path) {
        Optional<Duration> asked = reply instanceof Answered answered ? Backoff.asked(answered) : Optional.empty();
        return asked.orElseGet(() -> Backoff.after(tries, path));
    }

    private void pause(String problem, Duration time) {
        Instant until = context.clock().instant().plus(time);
        if (time.compareTo(LONGEST_WAIT) > 0) {
            throw RetryableConnectorException.notBefore(problem, until);
        }
        try {
            context.sleepUntil(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RetryableConnectorException.of(problem, e);
        }
    }

    /** Returns why the request should be made again, or {@code null} if it was answered. */
    private @Nullable String problem(String path, HttpReply reply) {
        return reply.match(
                answered -> {
                    learn(answered);
                    return problem(path, answered);
                },
                refused -> {
                    throw RetryableConnectorException.budgetGone(
                            "GET " + path + " was not sent: the requests of the day are used up", refused.notBefore());
                },
                notSent -> "GET " + path + " was not sent (" + notSent.cause()
                        + "). Check that 'baseUrl' is right and the network is there",
                lost -> "the answer to GET " + path + " was lost (" + lost.cause() + "). Check the network");
    }

    private static @Nullable String problem(String path, Answered reply) {
        int status = reply.status();
        if (status == HttpStatus.TOO_MANY || status >= HttpStatus.SERVER_ERROR) {
            return "GET " + path + " returned " + status + ". Try again later, or set 'perSecond' lower";
        }
        if (status == HttpStatus.UNAUTHORIZED || status == HttpStatus.FORBIDDEN) {
            throw new FatalConnectorException("GET " + path + " returned " + status
                    + ". Check that 'token' is valid and may read the whole workspace");
        }
        boolean isForCaller = status < HttpStatus.BAD_REQUEST
                || status == HttpStatus.BAD_REQUEST
                || status == HttpStatus.NOT_FOUND
                || status == HttpStatus.GONE;
        if (!isForCaller) {
            throw new FatalConnectorException(
                    "GET " + path + " returned " + status + ". Check that 'baseUrl' is the address of the API");
        }
        return null;
    }

    /** A spent limit is believed; one that is not is only the account's, and known better here. */
    private void learn(Answered reply) {
        boolean isSpent =
                reply.header("x-ratelimit-remaining").filter("0"::equals).isPresent();
        Optional<Instant> now = reply.serverTime();
        if (isSpent && now.isPresent()) {
            meter.learn(REQUESTS, 0, resetsAt(reply, now.get()), now.get());
        }
    }

    private static Optional<Instant> resetsAt(Answered reply, Instant now) {
        return reply.header("x-ratelimit-reset")
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::parseLong)
                .map(seconds -> seconds >= FIRST_EPOCH ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds));
    }

    @Override
    public void close() {
        client.close();
    }
}
