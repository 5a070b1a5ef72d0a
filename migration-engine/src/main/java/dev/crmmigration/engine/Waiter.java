package dev.crmmigration.engine;

import java.time.Instant;

/** How a host waits. Everything in a migration that waits, waits through it. Used by several threads. */
@FunctionalInterface
public interface Waiter {

    /**
     * Waits until the clock of the migration shows {@code moment}; returns at once if it is past.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void sleepUntil(Instant moment) throws InterruptedException;
}
