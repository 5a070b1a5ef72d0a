package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.HttpSettings;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesSimulator;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated account on a standing clock, opened by the connector. */
final class TestAccount implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String KEY = "k3y0f4n4dm1n";

    final RunningSimulator simulator;
    final RecordedMeter meter = new RecordedMeter();
    final DestinationSession session;

    private TestAccount(RunningSimulator simulator, Map<String, String> settings) {
        this.simulator = simulator;
        Settings given = Settings.of("baseUrl", simulator.url() + "/crm/sales").secret("apiKey", KEY);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            given = given.with(setting.getKey(), setting.getValue());
        }
        FreshsalesDestination freshsales = new FreshsalesDestination();
        session = freshsales.open(given.checked("freshsales", freshsales.settings()), context());
    }

    /** Starts an account; settings of the simulator begin with a dash, others are the connector's. */
    static TestAccount start(String... settings) {
        SimulatorOptions.Builder options =
                SimulatorOptions.builder().token(KEY).clock(SimulatorClock.standingAt(START));
        Map<String, String> ours = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            if (settings[i].startsWith("-")) {
                options.setting(settings[i].substring(1), settings[i + 1]);
            } else {
                ours.put(settings[i], settings[i + 1]);
            }
        }
        return new TestAccount(new FreshsalesSimulator().start(options.build()), ours);
    }

    private ConnectorContext context() {
        return new ConnectorContext() {
            @Override
            public Clock clock() {
                return simulator.clock();
            }

            @Override
            public void sleepUntil(Instant moment) {
                throw new UnsupportedOperationException("the connector must not wait");
            }

            @Override
            public Meter meter(String account) {
                return meter;
            }

            @Override
            public HttpSettings http() {
                return HttpSettings.DEFAULT;
            }
        };
    }

    void pass(Duration time) {
        simulator.clock().advance(time);
    }

    void inject(String script) {
        simulator.inject(FaultScript.parse(script.replace('\'', '"')));
    }

    /** Changes something as a person would. */
    void edit(String change) {
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

    FieldDescription field(String object, String name) {
        return session.catalog()
                .object(ObjectType.of(object))
                .flatMap(known -> known.named(name))
                .orElseThrow();
    }

    static Write.Create create(String object, int number, Map<String, Object> fields) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        fields.forEach((key, value) -> values.put(key, FieldValue.of(value)));
        EffectId effect = EffectId.of("Test", RecordRef.of(object, Integer.toString(number)));
        return new Write.Create(effect, ObjectType.of(object), values);
    }

    WriteOutcome write(Write write) {
        return session.writer().write(List.of(write)).get(0);
    }

    RecordRef created(String object, Map<String, Object> fields) {
        return ((WriteOutcome.Written) write(create(object, 1, fields))).ref();
    }

    static List<String> codes(WriteOutcome outcome) {
        return ((WriteOutcome.Rejected) outcome)
                .errors().stream().map(FieldError::toString).toList();
    }

    List<CrmRecord> all(String object) {
        List<CrmRecord> all = new ArrayList<>();
        RecordReader.Pages pages = session.reader().scan(new ScanRequest.All(ObjectType.of(object)));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            all.addAll(page);
        }
        return all;
    }

    @Override
    public void close() {
        session.close();
        simulator.close();
    }
}
