package dev.crmmigration.testkit.simulator;

import java.time.Duration;

/** Lets real time pass: the one place where a simulator waits. */
final class Pause {

    private Pause() {}

    /** Waits, or returns at once with the interrupt flag set when interrupted. */
    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
