package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.How;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Makes outcomes of writes of what calls came to. */
public final class WriteOutcomes {

    private WriteOutcomes() {}

    /** Returns what a call says about a write; only what a success means is the platform's own. */
    public static WriteOutcome of(
            EffectId effect, ApiResult result, Function<ApiResult.Success, WriteOutcome> written) {
        return result.match(
                written,
                unsure -> new WriteOutcome.InDoubt(effect, unsure.cause()),
                notNow -> new WriteOutcome.Postponed(effect, notNow.notBefore(), notNow.reason()),
                denied -> new WriteOutcome.Rejected(effect, denied.errors()));
    }

    /** Returns that a record was written; in doubt if the reply does not show it. */
    public static WriteOutcome written(EffectId effect, How how, Optional<CrmRecord> stored) {
        return stored.<WriteOutcome>map(record -> new WriteOutcome.Written(effect, record.ref(), how, stored))
                .orElseGet(() -> new WriteOutcome.InDoubt(effect, "UNREADABLE_REPLY"));
    }

    /** Returns what a call that deletes came to; what is not there any more is no failure. */
    public static WriteOutcome deleted(Write.Delete delete, ApiResult result) {
        boolean wasGone = result instanceof ApiResult.Denied denied && denied.isGone();
        return wasGone
                ? gone(delete, How.ALREADY_GONE)
                : of(delete.effect(), result, success -> gone(delete, How.DELETED));
    }

    private static WriteOutcome gone(Write.Delete delete, How how) {
        return new WriteOutcome.Written(delete.effect(), delete.target(), how, Optional.empty());
    }

    /** Returns that nothing was sent, because what has to be known of the account first could not be read. */
    public static WriteOutcome notYet(EffectId effect, RetryableConnectorException failure, Clock clock) {
        return new WriteOutcome.Postponed(
                effect,
                failure.retryAfter().orElseGet(clock::instant),
                failure.isBudgetGone() ? Reason.BUDGET : Reason.OUTAGE);
    }
}
