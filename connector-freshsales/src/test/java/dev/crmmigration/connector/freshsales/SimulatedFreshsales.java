package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.connector.freshsales.simulator.FreshsalesSimulator;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A simulated account on a standing clock, opened by the connector, and driven as the engine drives a destination. */
final class SimulatedFreshsales implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String KEY = "a-key-of-an-admin";
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final RunningSimulator simulator;
    private final Settings settings;
    private DestinationSession session;

    private SimulatedFreshsales(RunningSimulator simulator) {
        this.simulator = simulator;
        this.settings = Settings.of("baseUrl", simulator.url() + "/crm/sales")
                .secret("apiKey", KEY)
                .with("bulk", "contact, sales_account, deal");
        this.session = opened();
    }

    /** Starts an account without limits; settings of the simulator come in pairs of name and value. */
    static SimulatedFreshsales start(String... settings) {
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(KEY)
                .clock(SimulatorClock.standingAt(START))
                .setting("limits", "off");
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        return new SimulatedFreshsales(new FreshsalesSimulator().start(options.build()));
    }

    private DestinationSession opened() {
        DestinationSession opened = new FreshsalesDestination().open(settings, ContractContext.on(simulator.clock()));
        opened.catalog();
        return opened;
    }

    /** Goes on as a new process does after a crash. */
    void reopen() {
        session.close();
        session = opened();
    }

    void inject(String script) {
        simulator.inject(FaultScript.parse(script.replace('\'', '"')));
    }

    /** Changes the account as a person would, or says what goes wrong with the next job. */
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

    Write create(String type, int number, Map<String, Object> fields) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, FieldValue.of(value)));
        EffectId effect = EffectId.of("Test", RecordRef.of(type, Integer.toString(number)));
        return new Write.Create(effect, ObjectType.of(type), values);
    }

    List<WriteOutcome> write(List<Write> batch) {
        return session.writer().write(batch);
    }

    Instant now() {
        return simulator.clock().now();
    }

    void pass(Duration time) {
        simulator.clock().advance(time);
    }

    /**
     * Writes until nothing is open: what is in doubt or taken by a job is asked for, what did not happen is sent again.
     *
     * @param crashes whether the process ends after the first answer
     * @return the records by effect; what was refused is missing
     */
    Map<EffectId, RecordRef> settle(List<Write> batch, boolean crashes) {
        Map<EffectId, RecordRef> done = new LinkedHashMap<>();
        List<Attempt> open = send(batch, done);
        if (crashes) {
            reopen();
        }
        Instant end = now().plus(PATIENCE);
        while (!open.isEmpty()) {
            if (now().isAfter(end)) {
                throw new AssertionError(open.size() + " writes are still open");
            }
            pass(Duration.ofSeconds(20));
            open = ask(open, done);
        }
        return done;
    }

    private List<Attempt> send(List<Write> writes, Map<EffectId, RecordRef> done) {
        Instant sentAt = now();
        List<Attempt> open = new ArrayList<>();
        List<Write> postponed = new ArrayList<>();
        List<WriteOutcome> outcomes = write(writes);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            WriteOutcome outcome = outcomes.get(i);
            if (outcome instanceof WriteOutcome.Written written) {
                done.put(write.effect(), written.ref());
            } else if (outcome instanceof WriteOutcome.Accepted accepted) {
                open.add(new Attempt(write, sentAt, Optional.of(accepted.ticket())));
            } else if (outcome instanceof WriteOutcome.InDoubt) {
                open.add(new Attempt(write, sentAt, Optional.empty()));
            } else if (outcome instanceof WriteOutcome.Postponed) {
                postponed.add(write);
            }
        }
        if (!postponed.isEmpty()) {
            pass(Duration.ofMinutes(1));
            open.addAll(send(postponed, done));
        }
        return open;
    }

    private List<Attempt> ask(List<Attempt> open, Map<EffectId, RecordRef> done) {
        Set<RecordRef> claimed = new HashSet<>(done.values());
        List<Resolution> resolutions = session.writer()
                .resolve(open, claimed::contains)
                .orElseThrow(() -> new AssertionError("the connector leaves it to the engine"));
        List<Attempt> rest = new ArrayList<>();
        List<Write> again = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Write write = open.get(i).write();
            Resolution resolution = resolutions.get(i);
            if (resolution instanceof Resolution.Happened happened) {
                done.put(write.effect(), happened.ref());
            } else if (resolution instanceof Resolution.DidNotHappen) {
                again.add(write);
            } else {
                rest.add(open.get(i));
            }
        }
        if (!again.isEmpty()) {
            rest.addAll(send(again, done));
        }
        return rest;
    }

    List<CrmRecord> all(String type) {
        List<CrmRecord> all = new ArrayList<>();
        var pages = session.reader().scan(new ScanRequest.All(ObjectType.of(type)));
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            all.addAll(page);
        }
        return all;
    }

    /** Returns how often a route was called. */
    long calls(String route) {
        return control("ledger")
                .object("callsPerRoute")
                .map(routes -> ((Number) routes.map().getOrDefault(route, 0L)).longValue())
                .orElse(0L);
    }

    /** Returns what the account has, whatever the connector says of it. */
    List<JsonObject> truth(String plural) {
        return control("state").objects(plural);
    }

    private JsonObject control(String what) {
        URI url = simulator.url().resolve("/__simulator/" + what);
        try (InputStream stream = url.toURL().openStream()) {
            return JsonObject.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        session.close();
        simulator.close();
    }
}
