package dev.crmmigration.engine.internal.time;

import java.time.Instant;

/** Lets the calling thread wait. Used by several threads at once. */
@FunctionalInterface
public interface Waiter {

    /**
     * Waits until the clock that this waiter follows shows {@code moment}; returns at once if it is past.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void sleepUntil(Instant moment) throws InterruptedException;
}
