package dev.crmmigration.testkit.bundle;

import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.testkit.simulator.SimulatorServer;

/**
 * Serves a bundle over HTTP.
 *
 * <p>Settings: {@code export} (the folder of the bundle), {@code paging} (cursor, page, offset, link), {@code pageSize}, {@code limits}
 * (on, off), {@code perSecond}, {@code nested} (off, on), {@code content} (direct, redirect), {@code totals} (on, off).
 */
public final class BundleSimulation {

    private BundleSimulation() {}

    /**
     * Starts to serve the bundle that the settings name.
     *
     * @throws IllegalArgumentException if a setting is unknown or wrong; the message names all of them
     */
    public static RunningSimulator start(BundleKind kind, SimulatorOptions options) {
        BundleSettings settings = BundleSettings.of(options.settings());
        return SimulatorServer.start(
                kind.platform(), options, new BundlePlatform(kind, settings, options.clock(), options.token()));
    }
}
