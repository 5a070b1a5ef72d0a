package dev.crmmigration.examples.quickstart;

import dev.crmmigration.engine.Waiter;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;

/** Waits by setting the clock that both sides share forward: nobody really waits. Safe for use by several threads. */
final class SharedTime implements Waiter {

    private final SimulatorClock clock;

    SharedTime(SimulatorClock clock) {
        this.clock = clock;
    }

    SimulatorClock clock() {
        return clock;
    }

    /** One at a time, so that two who wait for the same moment do not wait twice as long. */
    @Override
    public synchronized void sleepUntil(Instant moment) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while waiting");
        }
        Duration left = Duration.between(clock.now(), moment);
        if (!left.isNegative()) {
            clock.advance(left);
        }
    }
}
