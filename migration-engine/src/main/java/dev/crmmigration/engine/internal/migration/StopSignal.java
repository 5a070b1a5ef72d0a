package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Waiter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the running step to end: because the host has said so, or because it has interrupted the step's thread. Waits in
 * the host's way, but not longer than until then. Thread-safe.
 */
final class StopSignal implements Waiter {

    private final Waiter waiter;
    private final Set<Thread> waiting = new HashSet<>();
    private @Nullable Thread step;
    private boolean stopped;
    private boolean interrupted;

    StopSignal(Waiter waiter) {
        this.waiter = waiter;
    }

    /** Says that a step begins on this thread. */
    synchronized void begin() {
        step = Thread.currentThread();
        stopped = false;
        interrupted = false;
    }

    /** Says that the step has ended; its thread is interrupted again if the host had interrupted it. */
    synchronized void end() {
        step = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the running step to end. */
    synchronized void stop() {
        stopped = true;
        waiting.forEach(Thread::interrupt);
    }

    /**
     * Tells whether the step is to end. An interruption is remembered and taken off the thread until the step has ended, so
     * that it does not disturb what is still to be recorded.
     */
    synchronized boolean isGiven() {
        if (Thread.currentThread() == step && Thread.interrupted()) {
            interrupted = true;
        }
        return stopped || interrupted;
    }

    /** Ends the step here, if it is to end. */
    void check() {
        if (isGiven()) {
            throw new StepStoppedException();
        }
    }

    @Override
    public void sleepUntil(Instant moment) throws InterruptedException {
        enter();
        try {
            waiter.sleepUntil(moment);
        } catch (InterruptedException e) {
            interrupted();
            throw e;
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws InterruptedException {
        if (isGiven()) {
            throw new InterruptedException("the step is to end");
        }
        waiting.add(Thread.currentThread());
    }

    private synchronized void interrupted() {
        if (!stopped && Thread.currentThread() == step) {
            interrupted = true;
        }
    }

    /** An interruption that came after the wait was over was ours, too. */
    private synchronized void leave() {
        waiting.remove(Thread.currentThread());
        if (stopped) {
            Thread.interrupted();
        }
    }
}
