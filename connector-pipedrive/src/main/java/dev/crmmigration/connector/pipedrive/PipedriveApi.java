package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.FirstCallMeter;
import dev.crmmigration.toolkit.destination.Replies;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes single calls, charges them, and says what came of them. Thread-safe. */
final class PipedriveApi implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final JsonHttpClient client;
    private final Login login;
    private final LimitHeaders limits;
    private final Replies replies;
    private final boolean limited;
    private final FirstCallMeter firstCall = new FirstCallMeter();
    private volatile Meter meter = firstCall;

    PipedriveApi(PipedriveSettings settings, ConnectorContext context) {
        this.client = JsonHttpClient.open(server(settings.access()), Map.of(), context.http());
        this.login = login(settings.access(), context);
        this.limits = new LimitHeaders(settings.headroom());
        this.replies = new Replies(context.clock(), new PipedriveReplies(context.clock(), limits, login.advice()));
        this.limited = settings.limited();
    }

    private static URI server(Access access) {
        if (access instanceof Access.ByApp app) {
            return app.baseUrl().orElse(app.app().server());
        }
        return ((Access.ByToken) access).baseUrl();
    }

    private Login login(Access access, ConnectorContext context) {
        if (access instanceof Access.ByApp app) {
            return new OAuthLogin(app, client, context.clock());
        }
        return new TokenLogin((Access.ByToken) access);
    }

    /** Returns what the replies so far said about the limits. */
    LimitHeaders limits() {
        return limits;
    }

    /** Charges all further calls to a meter, and with them the one that told whose account, and so whose meter, it is. */
    void chargeTo(Meter account) {
        firstCall.handOver(account, costs(Operation.named("user.me")));
        meter = account;
    }

    private List<Cost> costs(Operation operation) {
        return limited ? PipedrivePricing.costs(operation, 1) : List.of();
    }

    /** Makes one call. It is repeated only if it was refused for its token, before anything happened. */
    ApiResult call(Operation operation, HttpRequest request) {
        return login.pass().match(signature -> call(operation, request, signature), notNow -> notNow);
    }

    private ApiResult call(Operation operation, HttpRequest request, Login.Signature signature) {
        Meter charged = meter;
        HttpReply reply = exchange(operation, request, signature, charged);
        Optional<Login.Pass> other = isUnauthorized(reply) ? login.passAfter(signature) : Optional.empty();
        if (other.isEmpty()) {
            return replies.read(operation.where(), reply, charged);
        }
        return other.get()
                .match(
                        renewed -> replies.read(
                                operation.where(), exchange(operation, request, renewed, charged), charged),
                        notNow -> notNow);
    }

    private HttpReply exchange(Operation operation, HttpRequest request, Login.Signature signature, Meter charged) {
        return client.exchange(signature.sign(request), costs(operation), charged);
    }

    private static boolean isUnauthorized(HttpReply reply) {
        return reply instanceof HttpReply.Answered answered && answered.status() == UNAUTHORIZED;
    }

    /**
     * Makes one call that only reads.
     *
     * @return the envelope of the reply
     * @throws RetryableConnectorException if the same call may succeed later
     * @throws FatalConnectorException if it cannot
     */
    JsonObject read(Operation operation, HttpRequest request) {
        return call(operation, request).answer(operation.where());
    }

    @Override
    public void close() {
        client.close();
    }
}
