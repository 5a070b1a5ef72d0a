package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ReplyRules;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pipedrive's statuses, headers and ways to say no.
 *
 * @param login what a person has to do when Pipedrive does not let us in
 */
record PipedriveReplies(Clock clock, LimitHeaders limits, String login) implements ReplyRules {

    @Override
    public void learn(Answered reply, Meter meter, Instant serverTime) {
        limits.learn(reply, meter, serverTime);
    }

    @Override
    public ApiResult.NotNow tooMany(Answered reply, Meter meter, Instant serverTime) {
        LimitHeaders.TooMany tooMany = limits.tooMany(reply, meter, serverTime);
        return tooMany.dayIsGone()
                ? new ApiResult.NotNow(Reason.BUDGET, tooMany.until())
                : new ApiResult.NotNow(Reason.BURST, clock.instant().plus(tooMany.pause()));
    }

    /** A success without data still is one, for calls that give none; who needs data has to look. */
    @Override
    public Optional<JsonObject> usable(Answered reply) {
        return reply.object().filter(envelope -> envelope.isSet("success"));
    }

    @Override
    public List<FieldError> errors(Answered reply) {
        return ErrorReply.errors(reply.status(), reply.object());
    }

    @Override
    public String advice(int status) {
        return switch (status) {
            case 401 -> login;
            case 402 -> "The Pipedrive account is suspended or its trial is over. Ask its owner to pay.";
            default -> "Set baseUrl to the address that Pipedrive redirects to.";
        };
    }
}
