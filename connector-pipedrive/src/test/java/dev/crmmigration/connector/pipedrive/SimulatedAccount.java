package dev.crmmigration.connector.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Secret;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.Content;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.connector.pipedrive.simulator.TestJudge;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import dev.crmmigration.toolkit.http.HttpReply;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonHttpClient;
import dev.crmmigration.toolkit.http.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated account on a standing clock, opened by the connector. */
final class SimulatedAccount implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    final RunningSimulator simulator;
    final TestContext context;
    final DestinationSession session;

    private final Optional<JudgingObserver> judge;

    private SimulatedAccount(RunningSimulator simulator, Optional<JudgingObserver> judge, Settings settings) {
        this.simulator = simulator;
        this.judge = judge;
        this.context = new TestContext(simulator.clock());
        this.session = new PipedriveDestination().open(settings, context);
    }

    /** Starts an account without limits; settings of the simulator come in pairs of name and value. */
    static SimulatedAccount start(String... settings) {
        SimulatorOptions.Builder options = SimulatorOptions.builder()
                .token(TOKEN)
                .clock(SimulatorClock.standingAt(START))
                .setting("limits", "off");
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        Optional<JudgingObserver> judge = TestJudge.ofAllRequests();
        judge.ifPresent(options::observer);
        RunningSimulator simulator = new PipedriveSimulator().start(options.build());
        return new SimulatedAccount(
                simulator,
                judge,
                Settings.of("baseUrl", simulator.url().toString()).secret("apiToken", TOKEN));
    }

    /** Opens the account once more, with settings of the connector in pairs of name and value. */
    DestinationSession open(String... settings) {
        Settings all = Settings.of("baseUrl", simulator.url().toString()).secret("apiToken", TOKEN);
        for (int i = 0; i < settings.length; i += 2) {
            all = all.with(settings[i], settings[i + 1]);
        }
        return new PipedriveDestination().open(all, context);
    }

    void inject(String script) {
        simulator.inject(FaultScript.parse(script.replace('\'', '"')));
    }

    ObjectDescription object(String type) {
        return session.catalog().object(ObjectType.of(type)).orElseThrow();
    }

    FieldDescription field(String type, String name) {
        return object(type).named(name).orElseThrow();
    }

    Catalog catalog() {
        return session.catalog();
    }

    WriteOutcome create(String type, Map<String, ?> fields) {
        return write(new Write.Create(effect(type), ObjectType.of(type), values(fields)));
    }

    /** Creates a record that must be created. */
    CrmRecord created(String type, Map<String, ?> fields) {
        return stored(create(type, fields));
    }

    WriteOutcome update(RecordRef ref, Map<String, ?> fields) {
        return write(new Write.Update(effect(ref.type().name()), ref, values(fields)));
    }

    WriteOutcome delete(RecordRef ref) {
        return write(new Write.Delete(effect(ref.type().name()), ref));
    }

    WriteOutcome attach(RecordRef parent, String fileName, Content content) {
        return write(new Write.Attach(effect(parent.type().name()), parent, fileName, content));
    }

    WriteOutcome write(Write write) {
        return session.writer().write(List.of(write)).get(0);
    }

    static CrmRecord stored(WriteOutcome outcome) {
        return outcome.match(
                written -> written.stored().orElseThrow(),
                accepted -> {
                    throw new AssertionError(accepted);
                },
                rejected -> {
                    throw new AssertionError(rejected.errors().toString()
                            + rejected.errors().stream()
                                    .map(error -> error.remedy())
                                    .toList());
                },
                postponed -> {
                    throw new AssertionError(postponed);
                },
                inDoubt -> {
                    throw new AssertionError(inDoubt);
                });
    }

    static EffectId effect(String type) {
        return EffectId.of("Test", RecordRef.of(type, "1"));
    }

    static Map<String, FieldValue> values(Map<String, ?> fields) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        fields.forEach(
                (key, value) -> values.put(key, value instanceof FieldValue given ? given : FieldValue.of(value)));
        return values;
    }

    List<CrmRecord> scan(ScanRequest request) {
        List<CrmRecord> all = new ArrayList<>();
        RecordReader.Pages pages = session.reader().scan(request);
        for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            all.addAll(page);
        }
        return all;
    }

    List<CrmRecord> all(String type) {
        return scan(new ScanRequest.All(ObjectType.of(type)));
    }

    CrmRecord read(RecordRef ref) {
        return scan(new ScanRequest.ByIds(ref.type(), List.of(ref.id()))).get(0);
    }

    /** Makes a custom field as a person would, perhaps of a type that the connector does not make. */
    void addField(String object, String name, String type) {
        post("/api/v2/" + object + "Fields", Map.of("field_name", name, "field_type", type));
    }

    /** Adds an option to a pick-list as a person would. */
    void addOption(String object, String field, String label) {
        post("/api/v2/" + object + "Fields/" + field + "/options", List.of(Map.of("label", label)));
    }

    /** Makes a pipeline as a person would. */
    void addPipeline(String name, boolean probability) {
        post("/api/v2/pipelines", Map.of("name", name, "is_deal_probability_enabled", probability));
    }

    private void post(String path, Object json) {
        Map<String, Secret> headers = Map.of("x-api-token", Secret.of(simulator.token()));
        try (JsonHttpClient client = JsonHttpClient.open(simulator.url(), headers, context.http())) {
            assertThat(client.exchange(HttpRequest.of("POST", path).json(json))).hasToString("Answered[200]");
        }
    }

    /** Changes something as a person or another app would; returns the id of what was changed. */
    String edit(String edit) {
        HttpRequest request = HttpRequest.of("POST", "/__simulator/edit")
                .json(JsonObject.parse(edit.replace('\'', '"')).orElseThrow().map());
        try (JsonHttpClient client = JsonHttpClient.open(simulator.url(), Map.of(), context.http())) {
            HttpReply reply = client.exchange(request);
            assertThat(reply).hasToString("Answered[200]");
            return ((HttpReply.Answered) reply)
                    .object()
                    .flatMap(answer -> answer.object("data").or(() -> Optional.of(answer)))
                    .flatMap(data -> data.id("id"))
                    .orElse("");
        }
    }

    /** Returns the tokens that the platform says were spent, on all days. */
    long tokensSpent() {
        return control("ledger")
                .object("tokensPerDay")
                .map(days ->
                        days.map().values().stream().mapToLong(Long.class::cast).sum())
                .orElse(0L);
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

    /** Fails the test if the connector sent what Pipedrive's documents do not know. */
    @Override
    public void close() {
        session.close();
        simulator.close();
        judge.ifPresent(JudgingObserver::requireConformity);
    }
}
