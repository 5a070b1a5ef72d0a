package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.testkit.simulator.SimulatorServer;

/**
 * Simulates Pipedrive's API v2 and the parts of v1 that v2 lacks.
 *
 * <p>Settings: {@code plan} (lite, growth, premium, ultimate), {@code lag} (how long {@code updated_since} lags behind, an ISO-8601
 * duration), and the keys of {@link Switch}, {@link Quantity} and {@link TextSetting}.
 */
public final class PipedriveSimulator implements Simulator {

    @Override
    public String platform() {
        return "pipedrive";
    }

    @Override
    public RunningSimulator start(SimulatorOptions options) {
        PipedriveSettings settings = PipedriveSettings.of(options.settings());
        PipedrivePlatform platform = new PipedrivePlatform(settings, options.clock(), options.seed(), options.token());
        return SimulatorServer.start(platform(), options, platform);
    }
}
