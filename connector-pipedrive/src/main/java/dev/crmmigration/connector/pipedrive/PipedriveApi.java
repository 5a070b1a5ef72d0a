package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Map;

/** Makes single calls, charges them, and says what came of them. Thread-safe. */
final class PipedriveApi implements AutoCloseable {

    private static final String TOKEN_HEADER = "x-api-token";

    private final JsonHttpClient client;
    private final Replies replies;
    private final boolean limited;
    private final FirstCallMeter firstCall = new FirstCallMeter();
    private volatile Meter meter = firstCall;

    PipedriveApi(PipedriveSettings settings, ConnectorContext context) {
        this.client =
                JsonHttpClient.open(settings.baseUrl(), Map.of(TOKEN_HEADER, settings.apiToken()), context.http());
        this.replies = new Replies(context.clock(), PipedrivePricing.headroom(settings));
        this.limited = settings.limited();
    }

    /** Charges all further calls to a meter, and with them the one that told whose account, and so whose meter, it is. */
    void chargeTo(Meter account) {
        firstCall.handOver(account, costs(Operation.named("user.me")));
        meter = account;
    }

    private List<Cost> costs(Operation operation) {
        return limited ? PipedrivePricing.costs(operation, 1) : List.of();
    }

    /** Makes one call and never repeats it. */
    ApiResult call(Operation operation, HttpRequest request) {
        Meter charged = meter;
        return replies.read(operation, client.exchange(request, costs(operation), charged), charged);
    }

    /**
     * Makes one call that only reads.
     *
     * @return the envelope of the reply
     * @throws RetryableConnectorException if the same call may succeed later
     * @throws FatalConnectorException if it cannot
     */
    JsonObject read(Operation operation, HttpRequest request) {
        return envelope(operation, call(operation, request));
    }

    /** Returns the envelope of a success, and throws like {@link #read} otherwise. */
    JsonObject envelope(Operation operation, ApiResult result) {
        return result.match(
                ApiResult.Success::envelope,
                unsure -> {
                    throw RetryableConnectorException.of(
                            operation.where() + " failed (" + unsure.cause() + "). It is tried again.", null);
                },
                notNow -> {
                    throw later(operation, notNow);
                },
                denied -> {
                    throw denied(operation, denied);
                });
    }

    static RetryableConnectorException later(Operation operation, ApiResult.NotNow notNow) {
        String where = operation.where();
        if (notNow.reason() == Reason.BUDGET) {
            return RetryableConnectorException.budgetGone(
                    where + " has to wait: the daily token budget of the account is gone.", notNow.notBefore());
        }
        return RetryableConnectorException.notBefore(
                where + " has to wait (" + notNow.reason() + "). It is tried again.", notNow.notBefore());
    }

    static FatalConnectorException denied(Operation operation, ApiResult.Denied denied) {
        return new FatalConnectorException(operation.where() + " returned " + denied.status() + " (" + denied.codes()
                + "). Check that the token's user may read this.");
    }

    @Override
    public void close() {
        client.close();
    }
}
