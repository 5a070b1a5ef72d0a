package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.testkit.contract.Fault;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The same export, with the API asked about each contact. */
final class KartraApiContractSource extends KartraContractSource {

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-06-10T12:00:00Z"));
    private final RunningSimulator simulator;

    KartraApiContractSource(Path parent) {
        super(parent, 150);
        simulator = Simulator.of("kartra")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("export", folder().toString())
                        .setting("limits", "off")
                        .build());
    }

    @Override
    public Settings settings() {
        return super.settings()
                .with("api", "on")
                .with("baseUrl", simulator.url().toString())
                .secret("appId", "simulator-app")
                .secret("apiKey", "simulator-key")
                .secret("apiPassword", simulator.token());
    }

    @Override
    public Map<String, Settings> wrong() {
        Map<String, Settings> wrong = new TreeMap<>(super.wrong());
        wrong.put("api", settings().with("api", "perhaps"));
        wrong.put("baseUrl", settings().with("baseUrl", "http://kartra.example"));
        wrong.put("perSecond", settings().with("perSecond", "0"));
        return wrong;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public boolean begin(Fault fault) {
        return switch (fault) {
            case CONNECTION_REFUSED -> always("reset");
            case CREDENTIALS_REFUSED -> always("401");
            default -> super.begin(fault);
        };
    }

    private boolean always(String action) {
        simulator.inject(FaultScript.parse("[{\"path\": \"/api$\", \"action\": \"" + action + "\"}]"));
        return true;
    }

    @Override
    public void end() {
        simulator.inject(FaultScript.NONE);
        super.end();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
