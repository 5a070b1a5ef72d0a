package dev.crmmigration.testkit.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that can be advanced: a base clock plus an offset.
 *
 * <p>Give the same clock to both sides of a test, and both live on the same days. This is the only place of the simulators that knows
 * real time. Safe for use by several threads.
 */
public final class SimulatorClock extends Clock {

    private final Clock base;
    private final Offset offset;

    private SimulatorClock(Clock base, Offset offset) {
        this.base = base;
        this.offset = offset;
    }

    /** Creates a clock that starts at the present and runs. */
    public static SimulatorClock system() {
        return on(Clock.systemUTC());
    }

    /** Creates a clock that starts where another one is and runs as that one does. */
    public static SimulatorClock on(Clock base) {
        return new SimulatorClock(base, new Offset());
    }

    /** Creates a clock that stands still until it is advanced. */
    public static SimulatorClock standingAt(Instant start) {
        return on(Clock.fixed(start, ZoneOffset.UTC));
    }

    /** Returns the present moment of this clock. */
    public Instant now() {
        return instant();
    }

    /**
     * Moves this clock, and all clocks derived from it, into the future.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("a clock cannot be set back, but the step was " + step);
        }
        offset.add(step);
    }

    /** Lets real time pass, whatever this clock says; returns at once with the interrupt flag set when interrupted. */
    static void pause(Duration realTime) {
        try {
            Thread.sleep(realTime.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how far this clock is ahead of its base. */
    public Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public SimulatorClock withZone(ZoneId zone) {
        return new SimulatorClock(base.withZone(zone), offset);
    }

    /** Shared by a clock and the clocks derived from it. */
    private static final class Offset {
        private Duration value = Duration.ZERO;

        synchronized Duration get() {
            return value;
        }

        synchronized void add(Duration step) {
            value = value.plus(step);
        }
    }
}
