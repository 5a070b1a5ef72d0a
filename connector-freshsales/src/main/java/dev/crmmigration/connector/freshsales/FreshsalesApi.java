package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.Replies;
import dev.crmmigration.toolkit.destination.ServerAddress;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Makes single calls, charges them, and says what came of them. Thread-safe. */
final class FreshsalesApi implements AutoCloseable {

    private final JsonHttpClient client;
    private final String alias;
    private final Secret token;
    private final Replies replies;
    private final Meter meter;
    private final boolean limited;

    FreshsalesApi(FreshsalesSettings settings, ConnectorContext context, Meter meter) {
        this.client = JsonHttpClient.open(ServerAddress.of(settings.baseUrl().toString()), Map.of(), context.http());
        this.alias = settings.baseUrl().getPath();
        this.token = Secret.of("token=" + settings.apiKey().reveal());
        this.replies = new Replies(context.clock(), new FreshsalesReplies(context.clock()));
        this.meter = meter;
        this.limited = settings.limited();
    }

    ApiResult call(Call call) {
        return replies.read(
                call.where(),
                client.exchange(
                        call.request().below(alias).authorization("Token", token),
                        FreshsalesPricing.calls(limited, 1),
                        meter),
                meter);
    }

    /** Makes one call that only reads; throws as {@link ApiResult#answer} says. */
    JsonObject read(Call call) {
        return call(call).answer(call.where());
    }

    /** Makes one call that only reads and that not every account or key can make; empty if this one cannot. */
    Optional<JsonObject> readIfAllowed(Call call) {
        ApiResult result = call(call);
        return result instanceof ApiResult.Denied ? Optional.empty() : Optional.of(result.answer(call.where()));
    }

    @Override
    public void close() {
        client.close();
    }
}
