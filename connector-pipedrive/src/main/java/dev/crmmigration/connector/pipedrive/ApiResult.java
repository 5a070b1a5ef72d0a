package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What one call to Pipedrive came to. A refusal of the whole account is a {@code FatalConnectorException} instead. */
sealed interface ApiResult {

    <R> R match(
            Function<Success, R> success,
            Function<Unsure, R> unsure,
            Function<NotNow, R> notNow,
            Function<Denied, R> denied);

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

        @Override
        public <R> R match(
                Function<Success, R> success,
                Function<Unsure, R> unsure,
                Function<NotNow, R> notNow,
                Function<Denied, R> denied) {
            return notNow.apply(this);
        }
    }

    /** Pipedrive refused it for good; nothing happened. */
    record Denied(int status, List<FieldError> errors) implements ApiResult {

        public Denied {
            errors = List.copyOf(errors);
        }

        /** Tells whether a plan does not allow as many of something. */
        boolean isCapped() {
            return errors.stream().anyMatch(error -> Remedies.isCap(error.code()));
        }

        /** Tells whether what the call was about is not there any more. */
        boolean isGone() {
            return status == 404
                    || status == 410
                    || errors.stream().anyMatch(error -> error.code().equals(ErrorReply.ALREADY_DELETED));
        }

        String codes() {
            return String.join(", ", errors.stream().map(FieldError::code).toList());
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
