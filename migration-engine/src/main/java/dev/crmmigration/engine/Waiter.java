package dev.crmmigration.engine;

import java.time.Instant;

/** How a host waits. Everything in a migration that waits, waits through it. Used by several threads at once. */
@FunctionalInterface
public interface Waiter {

    /**
     * Waits until the clock that this waiter follows shows {@code moment}; returns at once if it is past.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void sleepUntil(Instant moment) throws InterruptedException;
}
