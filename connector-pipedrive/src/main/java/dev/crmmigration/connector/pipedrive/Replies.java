package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Says what a reply means: Pipedrive's statuses, headers and ways to say no. Thread-safe. */
final class Replies {

    /** After this a server that could not be reached is tried again; the engine backs off further by itself. */
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(5);

    /** A client that goes on after 429s is blocked by Cloudflare, for how long is not documented. */
    private static final Duration BLOCK_PAUSE = Duration.ofMinutes(5);

    /** A 429 that says nothing at all; longer than any burst window, so that no block follows. */
    private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(30);

    private static final String DAY_LEFT = "x-daily-ratelimit-token-remaining";

    private static final long LONGEST_BURST_SECONDS = 120;

    private final Clock clock;
    private final long headroom;

    /**
     * @param headroom tokens of the day that are left to others
     */
    Replies(Clock clock, long headroom) {
        this.clock = clock;
        this.headroom = headroom;
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
        if (status == 429) {
            return tooMany(reply, meter);
        }
        learnDay(reply, meter);
        if (status >= 200 && status < 300) {
            return usable(reply);
        }
        if (status == 403 && !reply.isJson()) {
            return new ApiResult.NotNow(Reason.BLOCKED, clock.instant().plus(BLOCK_PAUSE));
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

    /** Other apps spend the same tokens. Not all replies say how many are left. */
    private void learnDay(Answered reply, Meter meter) {
        Optional<Long> left = number(reply, DAY_LEFT);
        if (left.isPresent()) {
            long ours = Math.max(0, left.get() - headroom);
            meter.learn(PipedrivePricing.DAILY, ours, Optional.empty(), serverTime(reply));
        }
    }

    private Instant serverTime(Answered reply) {
        return reply.serverTime().orElseGet(clock::instant);
    }

    /** A success without data still is one, for calls that give none; who needs data has to look. */
    private static ApiResult usable(Answered reply) {
        return reply.object()
                .filter(envelope -> envelope.isSet("success"))
                .<ApiResult>map(ApiResult.Success::new)
                .orElseGet(() -> new ApiResult.Unsure("UNREADABLE_REPLY"));
    }

    /**
     * Tells a full window from a day that is gone: at least one call left in the window means that it is the day
     * (pipedrive.readme.io/docs/core-api-concepts-rate-limiting, read 2026-09-17; the body is not documented).
     */
    private ApiResult tooMany(Answered reply, Meter meter) {
        Instant serverTime = serverTime(reply);
        Optional<Long> left = number(reply, "x-ratelimit-remaining");
        Optional<Long> wait = number(reply, "retry-after").or(() -> number(reply, "x-ratelimit-reset"));
        boolean dayIsGone = number(reply, DAY_LEFT).equals(Optional.of(0L))
                || left.map(calls -> calls > 0)
                        .orElse(wait.map(seconds -> seconds > LONGEST_BURST_SECONDS)
                                .orElse(false));
        if (dayIsGone) {
            Instant midnight = midnightAfter(serverTime);
            meter.learn(PipedrivePricing.DAILY, 0, Optional.of(midnight), serverTime);
            return new ApiResult.NotNow(Reason.BUDGET, midnight);
        }
        Duration pause =
                wait.map(seconds -> Duration.ofSeconds(Math.max(1, seconds))).orElse(UNKNOWN_PAUSE);
        meter.learn(PipedrivePricing.BURST, 0, Optional.of(serverTime.plus(pause)), serverTime);
        return new ApiResult.NotNow(Reason.BURST, clock.instant().plus(pause));
    }

    private static Optional<Long> number(Answered reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }

    private static Instant midnightAfter(Instant serverTime) {
        LocalDate today = LocalDate.ofInstant(serverTime, ZoneOffset.UTC);
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static FatalConnectorException fatal(Operation operation, int status) {
        String what = operation.where() + " returned " + status + ". ";
        return new FatalConnectorException(
                switch (status) {
                    case 401 ->
                        what + "Check that the setting apiToken is the present API token of the user, and that the "
                                + "user may use the API.";
                    case 402 -> what + "The Pipedrive account is suspended or its trial is over. Ask its owner to pay.";
                    default -> what + "Set baseUrl to the address that Pipedrive redirects to.";
                });
    }
}
