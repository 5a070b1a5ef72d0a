package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.toolkit.http.HttpReply.Answered;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the replies of one platform say in a way of their own. Used by several threads. */
public interface ReplyRules {

    /** Tells the meter what a reply that is no 429 says about the limits. */
    void learn(Answered reply, Meter meter, Instant serverTime);

    /** Says what a 429 means, and tells the meter. */
    ApiResult.NotNow tooMany(Answered reply, Meter meter, Instant serverTime);

    /** Returns the envelope of a success; empty if the reply is not readable as one. */
    Optional<JsonObject> usable(Answered reply);

    /** Returns the errors of a refusal, at least one. */
    List<FieldError> errors(Answered reply);

    /** Says what a person has to do about 401, 402 or a redirect. */
    String advice(int status);
}
