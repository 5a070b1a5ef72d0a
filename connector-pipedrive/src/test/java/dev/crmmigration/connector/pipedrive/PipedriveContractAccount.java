package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.Fault;
import dev.crmmigration.testkit.contract.Sample;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.simulator.FaultProxy;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated account behind a proxy, with all features, and an index of changes that lags behind. */
class PipedriveContractAccount implements ContractAccount {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    /** Judges what was accepted only: the rules try out what may be refused. */
    private final Optional<JudgingObserver> judge = TestJudge.ofAccepted();

    private final RunningSimulator simulator;
    private final FaultProxy proxy;
    private final Destination destination;

    PipedriveContractAccount(Destination destination) {
        this.destination = destination;
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(TOKEN)
                .clock(SimulatorClock.standingAt(START))
                .setting("limits", "off")
                .setting("lag", "PT3S")
                .setting("contactSync", "on")
                .setting("campaigns", "on")
                .setting("companyDetails", "on");
        judge.ifPresent(options::observer);
        simulator = new PipedriveSimulator().start(options.build());
        proxy = FaultProxy.before(simulator.url());
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public Settings settings() {
        return Settings.of("baseUrl", proxy.url().toString())
                .secret("apiToken", TOKEN)
                .with("concurrency", "4");
    }

    @Override
    public HttpSettings http() {
        return new HttpSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Override
    public Clock clock() {
        return simulator.clock();
    }

    @Override
    public void pass(Duration time) {
        simulator.clock().advance(time);
    }

    @Override
    public List<Sample> samples() {
        return ContractSamples.samples();
    }

    @Override
    public List<SchemaElement> schema() {
        return ContractSamples.schema();
    }

    @Override
    public boolean begin(Fault fault) {
        switch (fault) {
            case ANSWER_LOST -> inject("[{'method': 'POST', 'count': 1, 'action': 'reset-after-commit'}]");
            case CONNECTION_REFUSED -> proxy.refuse();
            case CREDENTIALS_REFUSED -> inject("[{'action': '401'}]");
            case READ_FAILS -> inject("[{'method': 'GET', 'count': 1, 'action': 'status'}]");
        }
        return true;
    }

    @Override
    public void end() {
        proxy.accept();
        simulator.inject(FaultScript.NONE);
    }

    RunningSimulator simulator() {
        return simulator;
    }

    private void inject(String script) {
        simulator.inject(FaultScript.parse(script.replace('\'', '"')));
    }

    /** Fails the test if the account accepted or answered what Pipedrive's documents do not know. */
    @Override
    public void close() {
        proxy.close();
        simulator.close();
        judge.ifPresent(JudgingObserver::requireConformity);
    }
}
