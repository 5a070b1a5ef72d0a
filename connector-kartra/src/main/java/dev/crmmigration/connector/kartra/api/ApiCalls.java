package dev.crmmigration.connector.kartra.api;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes calls, and makes those again that may succeed later. Used by several threads. */
final class ApiCalls implements AutoCloseable {

    private static final String CALLS = "calls";
    private static final List<Cost> ONE = List.of(new Cost(CALLS, 1));
    private static final int TRIES = 6;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int OK = 200;

    private final ApiAccess access;
    private final ConnectorContext context;
    private final Meter meter;
    private final JsonHttpClient client;

    ApiCalls(ApiAccess access, ConnectorContext context) {
        this.access = access;
        this.context = context;
        this.meter = context.meter("kartra:" + access.base());
        meter.declare(List.of(Allowance.rolling(CALLS, access.perSecond(), Duration.ofSeconds(1))));
        this.client = JsonHttpClient.open(access.base(), Map.of(), context.http());
    }

    /**
     * Makes a call.
     *
     * @param parameters what stands in the form besides the credentials
     * @return what Kartra answered, an error of its own included
     */
    Envelope call(Command command, Map<String, String> parameters) {
        HttpRequest request = HttpRequest.of("POST", "/api").form(form(parameters));
        for (int tries = 1; ; tries++) {
            HttpReply reply = client.exchange(request, ONE, meter);
            Envelope envelope = reply instanceof Answered answered ? read(command, answered) : null;
            if (envelope != null) {
                envelope.error().ifPresent(type -> ErrorType.check(command, type));
                return envelope;
            }
            String problem = problem(command, reply);
            if (Thread.currentThread().isInterrupted() || tries == TRIES) {
                throw RetryableConnectorException.of(problem, null);
            }
            pause(problem, waitFor(reply, tries));
        }
    }

    private Map<String, Secret> form(Map<String, String> parameters) {
        Map<String, Secret> form = new LinkedHashMap<>();
        form.put("app_id", access.appId());
        form.put("api_key", access.apiKey());
        form.put("api_password", access.apiPassword());
        parameters.forEach((name, value) -> form.put(name, Secret.of(value)));
        return form;
    }

    /** Returns {@code null} if it is no answer of the API's: then the same call may give one. */
    private static @Nullable Envelope read(Command command, Answered reply) {
        int status = reply.status();
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            return null;
        }
        if (status != OK) {
            throw new FatalConnectorException(command.word() + " returned HTTP status " + status
                    + ", which Kartra's API never does. Check 'baseUrl'");
        }
        return Envelope.parse(command, reply.body()).filter(Envelope::isAnswer).orElse(null);
    }

    private static String problem(Command command, HttpReply reply) {
        return reply.match(
                answered -> command.word()
                        + (answered.status() == OK
                                ? " was answered with something that is no answer of Kartra's API. Check 'baseUrl'"
                                : " returned HTTP status " + answered.status()
                                        + ". Try again later, or set 'perSecond' lower"),
                refused -> {
                    throw RetryableConnectorException.budgetGone(
                            command.word() + " was not sent: the calls of the day are used up", refused.notBefore());
                },
                notSent -> command.word() + " was not sent (" + notSent.cause()
                        + "). Check that 'baseUrl' is right and the network is there",
                lost -> "the answer to " + command.word() + " was lost (" + lost.cause() + "). Check the network");
    }

    /** Kartra wants a second of rest after too many calls (help 15369015); all else may take longer each time. */
    private static Duration waitFor(HttpReply reply, int tries) {
        boolean isTooMany = reply instanceof Answered answered && answered.status() == TOO_MANY;
        return Duration.ofSeconds(isTooMany ? tries : 1L << (tries - 1));
    }

    private void pause(String problem, Duration time) {
        Instant until = context.clock().instant().plus(time);
        try {
            context.sleepUntil(until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RetryableConnectorException.of(problem, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
