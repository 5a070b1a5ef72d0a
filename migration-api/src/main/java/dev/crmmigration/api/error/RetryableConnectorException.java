package dev.crmmigration.api.error;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same call may succeed later. Thrown by reads only: a write says the same with an outcome. */
public final class RetryableConnectorException extends ConnectorException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant retryAfter;

    private final boolean budgetGone;

    private RetryableConnectorException(
            String message, @Nullable Instant retryAfter, boolean budgetGone, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.budgetGone = budgetGone;
    }

    /** Returns a failure after which the engine chooses when to try again. */
    public static RetryableConnectorException of(String message, @Nullable Throwable cause) {
        return new RetryableConnectorException(message, null, false, cause);
    }

    /** Returns a failure after which nothing should be tried before {@code retryAfter}. */
    public static RetryableConnectorException notBefore(String message, Instant retryAfter) {
        return new RetryableConnectorException(message, retryAfter, false, null);
    }

    /** Returns the refusal of a call because the budget of the day is gone until {@code resetsAt}: the step parks. */
    public static RetryableConnectorException budgetGone(String message, Instant resetsAt) {
        return new RetryableConnectorException(message, resetsAt, true, null);
    }

    /** Returns the moment before which the call should not be repeated, or empty if the engine may choose. */
    public Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Tells whether waiting means parking the step until the budget is full again. */
    public boolean isBudgetGone() {
        return budgetGone;
    }
}
