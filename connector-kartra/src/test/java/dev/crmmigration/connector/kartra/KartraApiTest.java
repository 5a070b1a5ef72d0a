package dev.crmmigration.connector.kartra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kartra's API tells of contacts what their export does not. */
class KartraApiTest {

    private static final ReadRequest CONTACTS = ReadRequest.all(ObjectType.of("contact"));
    private static final String HEADER = "lead_id,email,first_name,tags,lists,sequences,date_joined";

    @TempDir
    private Path folder;

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-06-10T12:00:00Z"));
    private final ContractContext context = ContractContext.on(clock);
    private final List<RunningSimulator> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(RunningSimulator::close);
    }

    /** Three contacts, of which the API is told precisely what it knows. */
    private RunningSimulator three(String... settings) throws IOException, InterruptedException {
        export(
                "1,ada@customers.example,Ada,VIP;Buyer,News;Offers,Welcome,2024-01-05 10:00:00",
                "2,ben@customers.example,Ben,,News,,2024-01-06 10:00:00",
                "3,cleo@customers.example,Cleo,Buyer,,,2024-01-07 10:00:00");
        RunningSimulator simulator = start(settings);
        edit(
                simulator,
                "1",
                """
                {"tags": [{"tag_name": "vip"}, {"tag_id": 7, "tag_name": "Replied"}],
                 "lists": [{"list_id": "1", "list_name": "News", "active": 1},
                           {"list_id": "2", "list_name": "OFFERS", "active": "0"}],
                 "sequences": [{"sequence_name": "Welcome", "step": "3", "status": "active"},
                               {"sequence_name": "Launch", "step": 5, "status": "unsubscribed"}],
                 "memberships": [{"membership_name": "Library", "level_name": "Gold", "active": "1"},
                                 {"membership_name": "Archive", "level_name": "N/A", "active": "0"}]}""");
        edit(
                simulator,
                "2",
                """
                {"tags": [], "lists": [{"list_name": "News", "active": "1"}], "sequences": [], "memberships": []}""");
        edit(
                simulator,
                "3",
                """
                {"tags": [{"tag_name": "Buyer"}], "lists": [{"list_name": "Offers", "active": true}],
                 "sequences": [], "memberships": []}""");
        return simulator;
    }

    private void export(String... rows) {
        new ExportOnDisk(folder)
                .file(
                        "contacts.csv",
                        Stream.concat(Stream.of(HEADER), Stream.of(rows)).toArray(String[]::new));
    }

    private RunningSimulator start(String... settings) {
        SimulatorOptions.Builder options =
                SimulatorOptions.builder().clock(clock).setting("export", folder.toString());
        for (int i = 0; i < settings.length; i += 2) {
            options.setting(settings[i], settings[i + 1]);
        }
        RunningSimulator simulator = Simulator.of("kartra").orElseThrow().start(options.build());
        started.add(simulator);
        return simulator;
    }

    private static void edit(RunningSimulator simulator, String lead, String set)
            throws IOException, InterruptedException {
        post(simulator, "edit", "{\"lead\": \"" + lead + "\", \"set\": " + set + "}");
    }

    private static void post(RunningSimulator simulator, String door, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/" + door))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    private Settings settings(RunningSimulator simulator) {
        return Settings.of("export", folder.toString())
                .with("api", "on")
                .with("baseUrl", simulator.url().toString())
                .secret("appId", "simulator-app")
                .secret("apiKey", "simulator-key")
                .secret("apiPassword", simulator.token());
    }

    private SourceSession open(RunningSimulator simulator) {
        return new KartraSource().open(settings(simulator), context);
    }

    private static Map<String, CrmRecord> records(SourceSession session) {
        Map<String, CrmRecord> records = new TreeMap<>();
        for (SourceEntry entry : ExportOnDisk.entries(session, CONTACTS)) {
            if (entry instanceof SourceEntry.Read read) {
                records.put(read.record().ref().id(), read.record());
            }
        }
        return records;
    }

    private long calls() {
        return context.spent().getOrDefault("calls", 0L);
    }

    private static CrmRecord one(Map<String, CrmRecord> records, String id) {
        return Optional.ofNullable(records.get(id)).orElseThrow();
    }

    private static Optional<Object> value(CrmRecord record, String field) {
        return record.value(field);
    }

    private static List<String> repairs(SourceSession session) {
        return ExportOnDisk.entries(session, CONTACTS).stream()
                .filter(SourceEntry.Read.class::isInstance)
                .map(SourceEntry.Read.class::cast)
                .flatMap(read -> read.repairs().stream()
                        .map(repair -> read.record().ref().id() + " " + repair.field() + " " + repair.rule() + " <"
                                + repair.raw() + ">"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "command", "actions", "varied"})
    void joinsWhatTheApiKnowsToTheContactsOfTheExport_whereverResultsStand(String envelopes) throws Exception {
        try (SourceSession session = open(three("envelopes", envelopes))) {
            Map<String, CrmRecord> records = records(session);

            assertThat(records).containsOnlyKeys("1", "2", "3");
            CrmRecord ada = one(records, "1");
            assertThat(value(ada, "first_name")).contains("Ada");
            assertThat(value(ada, "tags")).contains(List.of("VIP", "Buyer", "Replied"));
            assertThat(value(ada, "lists")).contains(List.of("News"));
            assertThat(value(ada, "lists_unsubscribed")).contains(List.of("OFFERS"));
            assertThat(value(ada, "sequences")).contains(List.of("Welcome", "Launch"));
            assertThat(value(ada, "sequence_positions"))
                    .contains(List.of("Welcome (step 3, active)", "Launch (step 5, unsubscribed)"));
            assertThat(value(ada, "memberships")).contains(List.of("Library (Gold)"));
            assertThat(value(ada, "memberships_ended")).contains(List.of("Archive"));
            assertThat(value(one(records, "3"), "lists")).contains(List.of("Offers"));
            assertThat(value(one(records, "2"), "memberships")).isEmpty();
        }
    }

    @Test
    void notesEveryChangeWithWhatTheExportSays() throws Exception {
        try (SourceSession session = open(three())) {
            assertThat(repairs(session))
                    .containsExactly(
                            "1 tags api-added <VIP; Buyer>",
                            "1 lists api-unsubscribed <News; Offers>",
                            "1 sequences api-added <Welcome>",
                            "3 lists api-added <>");
        }
    }

    @Test
    void describesWhatTheApiAdds_alsoWhereTheExportHasNoColumnForIt() throws Exception {
        new ExportOnDisk(folder).file("contacts.csv", "email,first_name", "ada@customers.example,Ada");
        try (SourceSession session = open(start())) {
            List<FieldDescription> fields = session.catalog()
                    .object(ObjectType.of("contact"))
                    .orElseThrow()
                    .fields();

            assertThat(fields)
                    .filteredOn(field -> field.type() == FieldType.CHOICES)
                    .extracting(FieldDescription::key)
                    .containsExactlyInAnyOrder(
                            "tags",
                            "lists",
                            "sequences",
                            "lists_unsubscribed",
                            "sequence_positions",
                            "memberships",
                            "memberships_ended");
            assertThat(ExportOnDisk.entries(session, CONTACTS)).hasSize(1);
        }
    }

    @Test
    void keepsAContactAsTheExportSays_whenTheApiDoesNotKnowIt() throws Exception {
        RunningSimulator simulator = three();
        post(simulator, "edit", "{\"lead\": \"2\", \"delete\": true}");
        try (SourceSession session = open(simulator)) {
            assertThat(value(one(records(session), "2"), "lists")).contains(List.of("News"));
            assertThat(repairs(session)).contains("2 lead_id api-unknown <2>");
        }
    }

    @Test
    void givesNobodyTheTagsOfAnother_whenAnIdIsDamaged() throws Exception {
        RunningSimulator simulator = three();
        edit(simulator, "3", "{\"email\": \"somebody.else@customers.example\"}");
        edit(simulator, "1", "{\"lead_deleted\": \"1\"}");
        try (SourceSession session = open(simulator)) {
            assertThat(value(one(records(session), "3"), "lists")).isEmpty();
            assertThat(repairs(session))
                    .contains("3 lead_id api-other-contact <3>", "1 lead_id api-deleted <1>")
                    .doesNotContain("3 lists api-added <>");
        }
    }

    @Test
    void asksByAddress_whenTheExportHasNoIds() throws Exception {
        new ExportOnDisk(folder)
                .file(
                        "contacts.csv",
                        "email,first_name,tags",
                        "ADA@customers.example,Ada,VIP",
                        "x@customers.example,X,");
        RunningSimulator simulator = start();
        edit(simulator, "ada@customers.example", "{\"tags\": [{\"tag_name\": \"Replied\"}]}");
        edit(simulator, "x@customers.example", "{\"email\": \"y@customers.example\"}");
        try (SourceSession session = open(simulator)) {
            assertThat(value(one(records(session), "ada@customers.example"), "tags"))
                    .contains(List.of("VIP", "Replied"));
            assertThat(repairs(session)).contains("x@customers.example email api-unknown <x@customers.example>");
        }
    }

    @Test
    void asksOnceAboutAContactThatStandsInSeveralFiles_andOnlyOfTheRowThatCounts() throws Exception {
        ExportOnDisk export = new ExportOnDisk(folder);
        export.file("contacts_kartra_08-06-2026_6a277407a4499.csv", HEADER, "1,a@customers.example,Old,,,,")
                .file("contacts_kartra_09-06-2026_6a2803f884d5c.csv", HEADER, "1,a@customers.example,New,,,,");
        RunningSimulator simulator = start();
        edit(simulator, "1", "{\"tags\": [{\"tag_name\": \"Replied\"}]}");
        try (SourceSession session = open(simulator)) {
            long before = calls();
            List<SourceEntry> entries = ExportOnDisk.entries(session, CONTACTS);

            assertThat(entries)
                    .extracting(entry -> ((SourceEntry.Read) entry).record().value("tags"))
                    .containsExactly(Optional.empty(), Optional.of(List.of("Replied")));
            assertThat(calls() - before).isEqualTo(1);
        }
    }

    @Test
    void learnsNamesAndCustomFieldsFromTheAccount() throws Exception {
        new ExportOnDisk(folder)
                .file(
                        "contacts.csv",
                        HEADER + ",goal",
                        "1,a@customers.example,Ada,\"Hello, World\",,,,\"grow, slowly\"");
        RunningSimulator simulator = start("notApproved", "retrieve_account_lists");
        post(simulator, "reset", "");
        new ExportOnDisk(folder).file("custom_fields.csv", "field_identifier,field_type,options", "goal,text_area,");
        post(simulator, "reset", "");
        try (SourceSession session = open(simulator)) {
            FieldDescription goal = session.catalog()
                    .object(ObjectType.of("contact"))
                    .orElseThrow()
                    .field("goal")
                    .orElseThrow();

            assertThat(goal.type()).isEqualTo(FieldType.LONG_TEXT);
            assertThat(session.inventory().gaps())
                    .contains("Kartra's API gives no account_lists (error 262): the App is not approved for"
                            + " retrieve_account_lists")
                    .noneMatch(gap -> gap.contains("how far a contact is in a sequence"));
        }
    }

    @Test
    void goesOnWhereReadingBroke_withoutAskingAgain() throws Exception {
        export(rows(250));
        RunningSimulator simulator = start("limits", "off");
        String position;
        List<SourceEntry> first;
        try (SourceSession session = open(simulator);
                RecordCursor cursor = session.read(CONTACTS)) {
            first = cursor.next();
            position = cursor.position().orElseThrow();
            simulator.inject(FaultScript.parse("[{\"path\": \"/api$\", \"count\": 1000, \"action\": \"reset\"}]"));
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(RetryableConnectorException.class)
                    .hasMessageContaining("get_lead")
                    .hasMessageContaining("Check the network");
            simulator.inject(FaultScript.NONE);
            assertThat(cursor.next())
                    .extracting(SourceEntry::origin)
                    .doesNotContain(first.get(0).origin());
        }
        try (SourceSession session = open(simulator)) {
            long before = calls();
            List<SourceEntry> rest = ExportOnDisk.entries(session, CONTACTS.from(position));

            assertThat(first.size() + rest.size()).isEqualTo(250);
            assertThat(calls() - before).isEqualTo(rest.size());
        }
    }

    private static String[] rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> n + ",c" + n + "@customers.example,Ada,VIP;Buyer,News;Offers,Welcome,")
                .toArray(String[]::new);
    }

    @Test
    void givesTheSame_whenCallsFailAndAreTooMany() throws Exception {
        export(rows(120));
        Map<String, CrmRecord> undisturbed;
        try (SourceSession session = open(start("limits", "off", "envelopes", "top"))) {
            undisturbed = records(session);
        }
        RunningSimulator simulator = start("perSecond", "10");
        simulator.inject(
                FaultScript.parse(
                        """
                [{"path": "/api$", "nth": 3, "action": "status", "status": 503},
                 {"path": "/api$", "nth": 9, "action": "reset"},
                 {"path": "/api$", "nth": 20, "action": "truncate"},
                 {"path": "/api$", "nth": 30, "action": "null-body"},
                 {"path": "/api$", "nth": 40, "action": "burst-429"}]
                """));

        try (SourceSession session = open(simulator)) {
            assertThat(records(session)).isEqualTo(undisturbed);
        }
    }

    @ParameterizedTest
    @CsvSource({"appId, 239", "apiKey, 203", "apiPassword, 233"})
    void stopsAtOnce_whenACredentialIsWrong(String setting, String type) throws Exception {
        Settings wrong = settings(three()).secret(setting, "not-the-secret");

        assertThatThrownBy(() -> new KartraSource().open(wrong, context))
                .isInstanceOf(FatalConnectorException.class)
                .hasMessageContaining("error " + type)
                .hasMessageContaining("Check '" + setting + "'")
                .hasMessageNotContaining("not-the-secret");
        assertThat(context.spent()).containsExactly(entry("calls", 1L));
    }

    @Test
    void stops_whenTheAppMayNotReadContacts() throws Exception {
        try (SourceSession session = open(three("notApproved", "get_lead"))) {
            assertThatThrownBy(() -> ExportOnDisk.entries(session, CONTACTS))
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("error 262")
                    .hasMessageContaining("Ask Kartra to approve the App");
        }
    }

    @Test
    void namesEverySettingThatIsWrong() {
        export("1,a@customers.example,Ada,,,,");
        Settings settings = Settings.of("export", folder.toString())
                .with("api", "on")
                .with("baseUrl", "http://kartra.example")
                .with("perSecond", "21");

        assertThatThrownBy(() -> new KartraSource().open(settings, context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'baseUrl' must begin with https")
                .hasMessageContaining("'appId'")
                .hasMessageContaining("'apiKey'")
                .hasMessageContaining("'apiPassword'")
                .hasMessageContaining("'perSecond'");
        assertThatThrownBy(() -> new KartraSource().open(settings.with("api", "perhaps"), context))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'api' must be one of off on");
    }
}
