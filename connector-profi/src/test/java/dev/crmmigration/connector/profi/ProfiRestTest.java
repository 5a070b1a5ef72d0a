package dev.crmmigration.connector.profi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.AttachmentRef;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.testkit.contract.ContractContext;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profi over HTTP gives the records of the bundle. */
class ProfiRestTest {

    private static final Path SAMPLE = Path.of("..", "examples", "exports", "profi");

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T10:00:00Z"));
    private final List<RunningSimulator> running = new ArrayList<>();

    @TempDir
    Path spool;

    @AfterEach
    void stop() {
        running.forEach(RunningSimulator::close);
    }

    private RunningSimulator start(String... settings) {
        SimulatorOptions.Builder options =
                SimulatorOptions.builder().clock(clock).setting("export", SAMPLE.toString());
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        RunningSimulator simulator = Simulator.of("profi").orElseThrow().start(options.build());
        running.add(simulator);
        return simulator;
    }

    private SourceSession rest(RunningSimulator simulator, String... more) {
        Settings settings = Settings.of("access", "rest")
                .with("baseUrl", simulator.url().toString())
                .secret("token", simulator.token());
        for (int i = 0; i < more.length; i += 2) {
            settings = settings.with(more[i], more[i + 1]);
        }
        return new ProfiSource().open(settings, ContractContext.on(clock));
    }

    private SourceSession bundle() {
        return new ProfiSource().open(Settings.of("export", SAMPLE.toString()), ContractContext.on(clock));
    }

    /** What counts of each record: of rows with one id the newest. */
    private static Map<String, Map<String, FieldValue>> records(SourceSession session) {
        Map<String, Map<String, FieldValue>> records = new TreeMap<>();
        Map<String, Long> versions = new TreeMap<>();
        for (ObjectDescription object : session.catalog().objects()) {
            for (SourceEntry entry : entries(session, ReadRequest.all(object.type()))) {
                if (entry instanceof SourceEntry.Read read
                        && versions.getOrDefault(read.record().ref().toString(), Long.MIN_VALUE) <= read.version()) {
                    versions.put(read.record().ref().toString(), read.version());
                    records.put(read.record().ref().toString(), comparable(read.record()));
                }
            }
        }
        return records;
    }

    /** Images in the text of notes are named by where the note stands. */
    private static Map<String, FieldValue> comparable(CrmRecord record) {
        Map<String, FieldValue> fields = new TreeMap<>(record.fields());
        Optional<FieldValue> file = Optional.ofNullable(fields.get("file"));
        boolean isInText = file.flatMap(FieldValue::value)
                .filter(AttachmentRef.class::isInstance)
                .map(ref -> ((AttachmentRef) ref).id().startsWith("image:"))
                .orElse(false);
        if (isInText) {
            fields.put("file", FieldValue.of("an image in the text"));
        }
        return fields;
    }

    private static List<SourceEntry> entries(SourceSession session, ReadRequest request) {
        List<SourceEntry> all = new ArrayList<>();
        try (RecordCursor cursor = session.read(request)) {
            for (List<SourceEntry> page = cursor.next(); !page.isEmpty(); page = cursor.next()) {
                all.addAll(page);
            }
        }
        return all;
    }

    private static List<SourceEntry> clients(SourceSession session) {
        return entries(session, ReadRequest.all(ObjectType.of("client")));
    }

    private static void edit(RunningSimulator simulator, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/edit"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "page", "offset", "link"})
    void givesTheRecordsOfTheBundle_howeverListsArePaged(String paging) {
        RunningSimulator simulator = start("paging", paging, "content", "redirect");

        try (SourceSession rest = rest(simulator, "paging", paging, "pageSize", "7")) {
            assertThat(records(rest)).containsExactlyEntriesOf(records(bundle()));
        }
    }

    @Test
    void givesTheRecordsOfTheBundle_whenLinesStandWithinInvoices() {
        RunningSimulator simulator = start("nested", "on");

        try (SourceSession rest = rest(simulator)) {
            assertThat(records(rest)).containsExactlyEntriesOf(records(bundle()));
        }
    }

    @Test
    void givesTheSame_forAnyNumberOfRequestsAtOnce() {
        RunningSimulator simulator = start();

        try (SourceSession one = rest(simulator, "parallel", "1", "pageSize", "2");
                SourceSession many = rest(simulator, "parallel", "8", "pageSize", "2")) {
            one.catalog();
            many.catalog();
            List<String> inTurn = clients(one).stream().map(ProfiRestTest::id).toList();
            assertThat(clients(many)).extracting(ProfiRestTest::id).containsExactlyElementsOf(inTurn);
        }
    }

    private static String id(SourceEntry entry) {
        return entry.match(read -> read.record().ref().id(), aside -> "aside", deleted -> "deleted");
    }

    @Test
    void givesTheSame_whenRequestsFailAndAreRefused() {
        RunningSimulator simulator = start("perSecond", "3");
        simulator.inject(FaultScript.parse("""
                [{"path": "/v1/clients$", "count": 2, "action": "status", "status": 503},
                 {"path": "/v1/sessions$", "count": 1, "action": "reset"},
                 {"path": "/v1/notes$", "count": 1, "action": "truncate"},
                 {"path": "/v1/invoices$", "count": 1, "action": "null-body"}]
                """));

        try (SourceSession rest = rest(simulator, "perSecond", "50")) {
            assertThat(records(rest)).containsExactlyEntriesOf(records(bundle()));
        }
    }

    @Test
    void asksForChangesOnly_whenItReadBefore() throws IOException, InterruptedException {
        RunningSimulator simulator = start();
        try (SourceSession first = rest(simulator, "spool", spool.toString())) {
            assertThat(first.catalog().objects()).isNotEmpty();
        }
        clock.advance(Duration.ofHours(1));
        edit(simulator, "{\"collection\": \"clients\", \"id\": \"cl_001\", \"set\": {\"job_title\": \"Pilot\"}}");
        edit(simulator, "{\"collection\": \"clients\", \"id\": \"cl_900\", \"set\": {\"first_name\": \"Wim\"}}");
        edit(simulator, "{\"collection\": \"clients\", \"id\": \"cl_002\", \"delete\": true}");
        ContractContext context = ContractContext.on(clock);

        try (SourceSession second = new ProfiSource()
                .open(
                        Settings.of("access", "rest")
                                .with("baseUrl", simulator.url().toString())
                                .with("spool", spool.toString())
                                .with("pageSize", "1")
                                .secret("token", simulator.token()),
                        context)) {
            second.catalog();
            List<SourceEntry> changed = entries(
                    second, new ReadRequest(ObjectType.of("client"), Optional.empty(), Optional.of(clock.instant())));

            assertThat(changed)
                    .filteredOn(SourceEntry.Deleted.class::isInstance)
                    .extracting(ProfiRestTest::id)
                    .hasSize(1);
            assertThat(changed)
                    .extracting(ProfiRestTest::id)
                    .contains("cl_900", "cl_003")
                    .doesNotContain("cl_002");
            assertThat(changed)
                    .filteredOn(entry -> id(entry).equals("cl_001"))
                    .extracting(entry -> ((SourceEntry.Read) entry).record().value("job_title"))
                    .containsExactly(Optional.of("Pilot"));
            // With a row a page, a full reading takes hundreds.
            assertThat(context.spent().get("requests")).isLessThan(40);
        }
    }

    @Test
    void goesOnWhereReadingBroke_whenTheFolderIsKept() {
        RunningSimulator simulator = start();
        simulator.inject(FaultScript.parse(
                "[{\"path\": \"/v1/sessions$\", \"nth\": 4, \"action\": \"status\", \"status\": 403}]"));
        try (SourceSession broken = rest(simulator, "spool", spool.toString(), "pageSize", "10")) {
            assertThatThrownBy(broken::catalog)
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("/v1/sessions returned 403")
                    .hasMessageContaining("Check that 'token'");
        }
        simulator.inject(FaultScript.NONE);

        try (SourceSession again = rest(simulator, "spool", spool.toString(), "pageSize", "10")) {
            assertThat(records(again)).containsExactlyEntriesOf(records(bundle()));
        }
    }

    @Test
    void saysWhatCannotBeHad_inTheInventory() {
        RunningSimulator simulator = start();

        try (SourceSession rest = rest(simulator)) {
            rest.catalog();

            assertThat(rest.inventory().gaps()).anyMatch(gap -> gap.contains("cannot be had from the API"));
            assertThat(rest.inventory().automations())
                    .anyMatch(line -> line.startsWith("Booking confirmation"))
                    .containsExactlyElementsOf(bundle().inventory().automations());
        }
    }

    @Test
    void refusesASpoolOfAnotherAccount() {
        try (SourceSession one = rest(start(), "spool", spool.toString())) {
            one.catalog();
        }
        RunningSimulator other = start();

        assertThatThrownBy(() -> rest(other, "spool", spool.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'spool'");
    }

    @Test
    void stopsAtOnce_whenTheTokenIsWrong() {
        RunningSimulator simulator = start();
        Settings settings = Settings.of("access", "rest")
                .with("baseUrl", simulator.url().toString())
                .secret("token", "another-token");

        assertThatThrownBy(() -> new ProfiSource().open(settings, ContractContext.on(clock)))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("GET /v1/meta returned 401")
                .hasMessageNotContaining("another-token");
    }

    @Test
    void namesEverySettingThatIsWrong() {
        Consumer<Settings> open = settings -> new ProfiSource().open(settings, ContractContext.on(clock));

        assertThatThrownBy(() -> open.accept(
                        Settings.of("access", "rest").with("paging", "tree").with("parallel", "99")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'baseUrl'")
                .hasMessageContaining("'token'")
                .hasMessageContaining("'paging'")
                .hasMessageContaining("'parallel'");
        assertThatThrownBy(() -> open.accept(Settings.none()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'export' is required");
    }
}
