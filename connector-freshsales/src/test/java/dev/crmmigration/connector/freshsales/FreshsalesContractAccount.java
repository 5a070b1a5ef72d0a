package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesSimulator;
import dev.crmmigration.testkit.contract.ContractAccount;
import dev.crmmigration.testkit.contract.Fault;
import dev.crmmigration.testkit.contract.Sample;
import dev.crmmigration.testkit.simulator.FaultProxy;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A simulated account behind a proxy, to which an admin has added the fields that the samples need. */
class FreshsalesContractAccount implements ContractAccount {

    private static final String KEY = "k3y0f4n4dm1n";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final RunningSimulator simulator;
    private final FaultProxy proxy;
    private final Destination destination;
    private final String tenant;

    /** @param tenant stock or strict */
    FreshsalesContractAccount(Destination destination, String tenant) {
        this.destination = destination;
        this.tenant = tenant;
        simulator = new FreshsalesSimulator()
                .start(SimulatorOptions.builder()
                        .token(KEY)
                        .clock(SimulatorClock.standingAt(START))
                        .setting("limits", "off")
                        .setting("tenant", tenant)
                        .build());
        proxy = FaultProxy.before(simulator.url());
        ContractSamples.FIELDS.forEach(this::edit);
    }

    private void edit(String change) {
        HttpRequest request = HttpRequest.newBuilder(simulator.url().resolve("/__simulator/edit"))
                .POST(HttpRequest.BodyPublishers.ofString(change.replace('\'', '"')))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("the simulator refused an edit: " + reply.body());
        }
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public Settings settings() {
        return Settings.of("baseUrl", URI.create(proxy.url() + "/crm/sales").toString())
                .secret("apiKey", KEY);
    }

    @Override
    public HttpSettings http() {
        return new HttpSettings(Optional.empty(), Optional.empty(), Duration.ofSeconds(15), Duration.ofSeconds(15));
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
        return ContractSamples.samples(tenant.equals("strict"));
    }

    /** Nothing can be made by the API. */
    @Override
    public List<SchemaElement> schema() {
        return List.of();
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

    @Override
    public void close() {
        proxy.close();
        simulator.close();
    }
}
