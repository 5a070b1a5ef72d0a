package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Says what a reply means: Pipedrive's statuses, headers and ways to say no. Thread-safe. */
final class Replies {

    /** After this a server that could not be reached is tried again; the engine backs off further by itself. */
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final LimitHeaders limits;
    private final GatewayBlocks blocks;
    private final String advice;

    /** @param advice what a person has to do when Pipedrive does not let us in */
    Replies(Clock clock, LimitHeaders limits, String advice) {
        this.clock = clock;
        this.limits = limits;
        this.blocks = new GatewayBlocks(clock);
        this.advice = advice;
    }

    /**
     * Says what a reply means, and tells the meter what it says about the budget.
     *
     * @throws FatalConnectorException if the account refuses all calls; nothing happened
     */
    ApiResult read(Operation operation, HttpReply reply, Meter meter) {
        return reply.match(
                answered -> answered(operation, answered, meter),
                refused -> new ApiResult.NotNow(Reason.BUDGET, refused.notBefore()),
                notSent -> new ApiResult.NotNow(Reason.OUTAGE, clock.instant().plus(OUTAGE_PAUSE)),
                lost -> new ApiResult.Unsure(lost.cause()));
    }

    private ApiResult answered(Operation operation, Answered reply, Meter meter) {
        int status = reply.status();
        Instant serverTime = reply.serverTime().orElseGet(clock::instant);
        if (status == 429) {
            return tooMany(limits.tooMany(reply, meter, serverTime));
        }
        limits.learn(reply, meter, serverTime);
        if (status >= 200 && status < 300) {
            return usable(reply);
        }
        if (status == 403 && !reply.isJson()) {
            return new ApiResult.NotNow(Reason.BLOCKED, blocks.met());
        }
        // A request that the server gave up waiting for may have been half done, like one that it failed at
        if (status >= 500 || status == 408) {
            return new ApiResult.Unsure("HTTP_" + status);
        }
        if (status < 400 || status == 401 || status == 402) {
            throw fatal(operation, status);
        }
        return new ApiResult.Denied(status, ErrorReply.errors(status, reply.object()));
    }

    private ApiResult tooMany(LimitHeaders.TooMany tooMany) {
        return tooMany.dayIsGone()
                ? new ApiResult.NotNow(Reason.BUDGET, tooMany.until())
                : new ApiResult.NotNow(Reason.BURST, clock.instant().plus(tooMany.pause()));
    }

    /** A success without data still is one, for calls that give none; who needs data has to look. */
    private static ApiResult usable(Answered reply) {
        return reply.object()
                .filter(envelope -> envelope.isSet("success"))
                .<ApiResult>map(ApiResult.Success::new)
                .orElseGet(() -> new ApiResult.Unsure("UNREADABLE_REPLY"));
    }

    private FatalConnectorException fatal(Operation operation, int status) {
        String what = operation.where() + " returned " + status + ". ";
        return new FatalConnectorException(
                switch (status) {
                    case 401 -> what + advice;
                    case 402 -> what + "The Pipedrive account is suspended or its trial is over. Ask its owner to pay.";
                    default -> what + "Set baseUrl to the address that Pipedrive redirects to.";
                });
    }
}
