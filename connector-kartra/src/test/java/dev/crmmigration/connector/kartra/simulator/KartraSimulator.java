package dev.crmmigration.connector.kartra.simulator;

import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.testkit.simulator.SimulatorServer;

/**
 * Simulates Kartra's API over the contacts, transactions and subscriptions of an export. What no export holds (memberships, steps of
 * sequences, which lists a contact left, a tag given since) is invented from the seed. The token is the API password; all settings:
 * {@link AccountSettings}.
 */
public final class KartraSimulator implements Simulator {

    @Override
    public String platform() {
        return "kartra";
    }

    @Override
    public RunningSimulator start(SimulatorOptions options) {
        AccountSettings settings = AccountSettings.of(options.settings());
        return SimulatorServer.start(platform(), options, new KartraPlatform(settings, options));
    }
}
