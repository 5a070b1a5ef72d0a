package dev.crmmigration.testkit.simulator;

import java.net.URI;

/** A simulated account that answers requests until it is closed. Safe for use by several threads. */
public interface RunningSimulator extends AutoCloseable {

    /** Returns the address without a trailing slash, such as {@code http://127.0.0.1:49152}. */
    URI url();

    /** Returns the credential that clients must send. */
    String token();

    /** Returns the clock that dates the records and drives the limits. */
    SimulatorClock clock();

    /**
     * Replaces the faults, as {@code POST /__simulator/faults} does.
     *
     * @param script the new faults; {@link FaultScript#NONE} ends them
     */
    void inject(FaultScript script);

    /** Writes the state file if there is one, closes all connections and ends all threads. Does nothing when called again. */
    @Override
    void close();
}
