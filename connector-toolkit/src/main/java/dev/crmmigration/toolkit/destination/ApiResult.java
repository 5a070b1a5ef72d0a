package dev.crmmigration.toolkit.destination;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What one call to a platform came to. A refusal of the whole account is a {@code FatalConnectorException} instead. */
public sealed interface ApiResult {

    <R> R match(
            Function<Success, R> success,
            Function<Unsure, R> unsure,
            Function<NotNow, R> notNow,
            Function<Denied, R> denied);

    /**
     * Returns the answer of a call that only reads.
     *
     * @param where method and path without an id, for messages
     * @throws RetryableConnectorException if the same call may succeed later
     * @throws FatalConnectorException if it cannot
     */
    default JsonObject answer(String where) {
        return match(
                Success::envelope,
                unsure -> {
                    throw RetryableConnectorException.of(
                            where + " failed (" + unsure.cause() + "). It is tried again.", null);
                },
                notNow -> {
                    throw notNow.asException(where);
                },
                denied -> {
                    throw denied.asException(where);
                });
    }

    /** It happened, and this is the answer. */
    record Success(JsonObject envelope) implements ApiResult {

        @Override
        public <R> R match(
                Function<Success, R> success,
                Function<Unsure, R> unsure,
                Function<NotNow, R> notNow,
                Function<Denied, R> denied) {
            return success.apply(this);
        }
    }

    /** It may have happened; {@code cause} is a code. */
    record Unsure(String cause) implements ApiResult {

        @Override
        public <R> R match(
                Function<Success, R> success,
                Function<Unsure, R> unsure,
                Function<NotNow, R> notNow,
                Function<Denied, R> denied) {
            return unsure.apply(this);
        }
    }

    /**
     * Nothing happened, and it may later.
     *
     * @param notBefore by the server's clock if the budget is gone, else by the migration's
     */
    record NotNow(Reason reason, Instant notBefore) implements ApiResult {

        public RetryableConnectorException asException(String where) {
            return reason == Reason.BUDGET
                    ? RetryableConnectorException.budgetGone(
                            where + " has to wait: the budget of the account is gone.", notBefore)
                    : RetryableConnectorException.notBefore(
                            where + " has to wait (" + reason + "). It is tried again.", notBefore);
        }

        @Override
        public <R> R match(
                Function<Success, R> success,
                Function<Unsure, R> unsure,
                Function<NotNow, R> notNow,
                Function<Denied, R> denied) {
            return notNow.apply(this);
        }
    }

    /** The platform refused it for good; nothing happened. */
    record Denied(int status, List<FieldError> errors) implements ApiResult {

        /** The code of an error that says that the record was deleted before. */
        public static final String ALREADY_DELETED = "ALREADY_DELETED";

        public Denied {
            errors = List.copyOf(errors);
        }

        /** Tells whether what the call was about is not there any more. */
        public boolean isGone() {
            return status == 404
                    || status == 410
                    || errors.stream().anyMatch(error -> error.code().equals(ALREADY_DELETED));
        }

        public String codes() {
            return String.join(", ", errors.stream().map(FieldError::code).toList());
        }

        public FatalConnectorException asException(String where) {
            return new FatalConnectorException(
                    where + " returned " + status + " (" + codes() + "). Check that the token's user may read this.");
        }

        @Override
        public <R> R match(
                Function<Success, R> success,
                Function<Unsure, R> unsure,
                Function<NotNow, R> notNow,
                Function<Denied, R> denied) {
            return denied.apply(this);
        }
    }
}
