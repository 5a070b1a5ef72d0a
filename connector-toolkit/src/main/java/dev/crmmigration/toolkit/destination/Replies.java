package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says what a reply means: what all platforms mean by a status, and what one of them does by its rules. Thread-safe. */
public final class Replies {

    /** After this a server that could not be reached is tried again; the engine backs off further by itself. */
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final ReplyRules rules;
    private final GatewayBlocks blocks;

    public Replies(Clock clock, ReplyRules rules) {
        this.clock = clock;
        this.rules = rules;
        this.blocks = new GatewayBlocks(clock);
    }

    /**
     * Says what a reply means, and tells the meter what it says about the budget.
     *
     * @param where method and path without an id, for messages
     * @throws FatalConnectorException if the account refuses all calls; nothing happened
     */
    public ApiResult read(String where, HttpReply reply, Meter meter) {
        return reply.match(
                answered -> answered(where, answered, meter),
                refused -> new ApiResult.NotNow(Reason.BUDGET, refused.notBefore()),
                notSent -> new ApiResult.NotNow(Reason.OUTAGE, clock.instant().plus(OUTAGE_PAUSE)),
                lost -> new ApiResult.Unsure(lost.cause()));
    }

    private ApiResult answered(String where, Answered reply, Meter meter) {
        int status = reply.status();
        Instant serverTime = reply.serverTime().orElseGet(clock::instant);
        if (status == 429) {
            return rules.tooMany(reply, meter, serverTime);
        }
        rules.learn(reply, meter, serverTime);
        if (status >= 200 && status < 300) {
            return rules.usable(reply)
                    .<ApiResult>map(ApiResult.Success::new)
                    .orElseGet(() -> new ApiResult.Unsure("UNREADABLE_REPLY"));
        }
        if (status == 403 && !reply.isJson()) {
            return new ApiResult.NotNow(Reason.BLOCKED, blocks.met());
        }
        // A request that the server gave up waiting for may have been half done, like one that it failed at
        if (status >= 500 || status == 408) {
            return new ApiResult.Unsure("HTTP_" + status);
        }
        if (status < 400 || status == 401 || status == 402) {
            throw new FatalConnectorException(where + " returned " + status + ". " + rules.advice(status));
        }
        return new ApiResult.Denied(status, rules.errors(reply));
    }
}
