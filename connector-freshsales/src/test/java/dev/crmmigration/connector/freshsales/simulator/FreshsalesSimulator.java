package dev.crmmigration.connector.freshsales.simulator;

import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.testkit.simulator.SimulatorServer;

/**
 * Simulates the API of the Freshsales Suite as public documents and clients describe it.
 *
 * <p>Settings: {@code tenant} (stock, strict), {@code plan} (free, growth, pro, enterprise), {@code lag} (how long search and lookup lag
 * behind, an ISO-8601 duration), {@code zone} (the account's), and the keys of {@link Switch} and {@link Quantity}.
 */
public final class FreshsalesSimulator implements Simulator {

    @Override
    public String platform() {
        return "freshsales";
    }

    @Override
    public RunningSimulator start(SimulatorOptions options) {
        FreshsalesSettings settings = FreshsalesSettings.of(options.settings());
        FreshsalesPlatform platform =
                new FreshsalesPlatform(settings, options.clock(), options.seed(), options.token());
        return SimulatorServer.start(platform(), options, platform);
    }
}
