package dev.crmmigration.testkit.simulator;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Starts simulated accounts of one platform.
 *
 * <p>Found by {@link ServiceLoader}. Implementations are public, stateless and cheap to construct; what they start shares nothing with
 * what they started before.
 */
public interface Simulator {

    /** Returns the name of the platform in lower case, such as {@code pipedrive}. */
    String platform();

    /**
     * Starts a new account and serves it on the loopback interface until it is closed.
     *
     * @throws IllegalArgumentException if a setting is unknown or wrong; the message names all of them
     * @throws java.io.UncheckedIOException if the port is taken, or a file of the options cannot be read
     */
    RunningSimulator start(SimulatorOptions options);

    /** Finds the simulator of a platform on the class path. */
    static Optional<Simulator> of(String platform) {
        return ServiceLoader.load(Simulator.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(simulator -> simulator.platform().equals(platform))
                .findFirst();
    }
}
