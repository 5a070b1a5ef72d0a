package dev.crmmigration.engine.internal.retry;

import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.Waiter;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats reads as long as they say that they may succeed later. Thread-safe.
 *
 * <p>Failsafe decides whether a read is repeated; we wait, because Failsafe sleeps by the machine's clock only. See
 * {@code docs/decisions/0010-waiting-and-failsafe.md}.
 */
public final class ReadRetries {

    private static final Logger log = LoggerFactory.getLogger(ReadRetries.class);

    private final Backoff backoff;
    private final Clock clock;
    private final Waiter waiter;
    private final Random random;
    private final RetryPolicy<Object> policy;

    /** @param random scatters the waits; a seeded one makes them repeatable */
    public ReadRetries(Backoff backoff, Clock clock, Waiter waiter, Random random) {
        this.backoff = backoff;
        this.clock = clock;
        this.waiter = waiter;
        this.random = random;
        this.policy = RetryPolicy.builder()
                .handleIf(ReadRetries::mayPassByItself)
                .withMaxAttempts(backoff.tries())
                .build();
    }

    private static boolean mayPassByItself(Throwable failure) {
        return failure instanceof RetryableConnectorException retryable && !retryable.isBudgetGone();
    }

    /**
     * Returns what the read returns.
     *
     * @throws RetryableConnectorException the last one, if all tries failed, the budget is gone, or the thread was
     *     interrupted while it waited: its interrupt flag is set then
     */
    public <T> T call(Supplier<T> read) {
        AtomicReference<@Nullable RetryableConnectorException> last = new AtomicReference<>();
        try {
            return Failsafe.with(policy).get(context -> {
                RetryableConnectorException before = last.get();
                if (before != null) {
                    pause(before, context.getAttemptCount());
                }
                return noting(last, read);
            });
        } catch (FailsafeException e) {
            RetryableConnectorException failure = last.get();
            if (!(e.getCause() instanceof InterruptedException) || failure == null) {
                throw e;
            }
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static <T> T noting(AtomicReference<@Nullable RetryableConnectorException> last, Supplier<T> read) {
        try {
            return read.get();
        } catch (RetryableConnectorException e) {
            last.set(e);
            throw e;
        }
    }

    private void pause(RetryableConnectorException failure, int failures) throws InterruptedException {
        Instant now = clock.instant();
        Instant next =
                failure.retryAfter().filter(now::isBefore).orElseGet(() -> now.plus(backoff.delay(failures, random)));
        log.warn("A read failed and is tried again at {}, try {} of {}", next, failures + 1, backoff.tries(), failure);
        waiter.sleepUntil(next);
    }
}
