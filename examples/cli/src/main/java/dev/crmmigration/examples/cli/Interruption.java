package dev.crmmigration.examples.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C and SIGTERM end in order what is running. Safe for use by several threads. */
final class Interruption {

    /** Longer than a step takes to stop, shorter than what service managers allow before they kill. */
    private static final long GRACE_SECONDS = 8;

    private final CountDownLatch ended = new CountDownLatch(1);
    private Runnable stop = () -> {};
    private boolean requested;

    /** Says how to stop what is running now; called at once if that was asked for before. */
    synchronized void onRequest(Runnable action) {
        stop = action;
        if (requested) {
            action.run();
        }
    }

    /** Asks what is running to stop, and waits until it has. */
    void request() {
        synchronized (this) {
            requested = true;
            stop.run();
        }
        try {
            ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that nothing is running any more. */
    void ended() {
        ended.countDown();
    }
}
