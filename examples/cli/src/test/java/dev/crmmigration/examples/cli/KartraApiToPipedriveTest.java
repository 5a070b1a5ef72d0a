package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.connector.kartra.KartraSource;
import dev.crmmigration.connector.pipedrive.PipedriveDestination;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.testkit.simulator.FaultScript;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of Kartra moves together with what Kartra's API tells of its contacts, and is taken back. */
class KartraApiToPipedriveTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLS_PER_SECOND = "3";

    @TempDir
    private Path folder;

    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
    private RunningSimulator kartra;
    private RunningSimulator pipedrive;

    @BeforeEach
    void start() {
        Path export = KartraShop.writeTo(folder.resolve("export"));
        kartra = Simulator.of("kartra")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("export", export.toString())
                        .setting("perSecond", CALLS_PER_SECOND)
                        .build());
        pipedrive = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("limits", "off")
                        .build());
        post(pipedrive, """
                {"object": "users", "add": {"name": "Olga", "email": "%s"}}""".formatted(MigratedAccount.OLGA));
        post(kartra, """
                {"lead": "101", "set": {
                  "tags": [{"tag_name": "VIP"}, {"tag_name": "Replied"}],
                  "lists": [{"list_name": "Newsletter", "active": "1"}, {"list_name": "Buyers", "active": "0"}],
                  "sequences": [{"sequence_name": "Welcome", "step": "3", "status": "active"}],
                  "memberships": [{"membership_name": "Library", "level_name": "Gold", "active": "1"}]}}""");
        post(kartra, """
                {"lead": "106", "delete": true}""");
        for (String lead : List.of("102", "103", "104", "105")) {
            post(kartra, """
                    {"lead": "%s", "set": {"tags": [], "lists": [], "sequences": [], "memberships": []}}""".formatted(lead));
        }
    }

    @AfterEach
    void stop() {
        kartra.close();
        pipedrive.close();
    }

    private Migration migration(String workspace) {
        return Migration.builder()
                .workspace(folder.resolve(workspace))
                .source(
                        new KartraSource(),
                        Settings.of("export", folder.resolve("export").toString())
                                .with("api", "on")
                                .with("baseUrl", kartra.url().toString())
                                .with("perSecond", CALLS_PER_SECOND)
                                .secret("appId", "simulator-app")
                                .secret("apiKey", "simulator-key")
                                .secret("apiPassword", kartra.token()))
                .destination(
                        new PipedriveDestination(),
                        Settings.of("baseUrl", pipedrive.url().toString())
                                .with("limits", "off")
                                .secret("apiToken", pipedrive.token()))
                .policy("defaultOwner", MigratedAccount.ADMIN)
                .policy("automationsPaused", "none")
                .clock(clock, moment -> {
                    synchronized (clock) {
                        Duration left = Duration.between(clock.now(), moment);
                        clock.advance(left.isNegative() ? Duration.ZERO : left);
                    }
                })
                .build();
    }

    private static void post(RunningSimulator simulator, String edit) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/edit"))
                    .POST(HttpRequest.BodyPublishers.ofString(edit))
                    .build();
            HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode look(RunningSimulator simulator, String door) {
        try (InputStream in =
                URI.create(simulator.url() + "/__simulator/" + door).toURL().openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> all(String object) {
        return StreamSupport.stream(look(pipedrive, "state").path(object).spliterator(), false)
                .toList();
    }

    /** Returns the values of a person's own fields by their names; of pick-lists the labels. */
    private Map<String, String> fields(String email) {
        JsonNode person = all("persons").stream()
                .filter(one -> one.at("/emails/0/value").asText().equals(email))
                .findFirst()
                .orElseThrow();
        Map<String, String> values = new TreeMap<>();
        for (JsonNode field : all("personFields")) {
            String code = field.path("field_code").asText();
            JsonNode value = code.equals("label_ids")
                    ? person.path(code)
                    : person.path("custom_fields").path(code);
            if (!value.isMissingNode() && !value.isNull()) {
                values.put(field.path("field_name").asText(), shown(field, value));
            }
        }
        return values;
    }

    private static String shown(JsonNode field, JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        return StreamSupport.stream(field.path("options").spliterator(), false)
                .filter(option -> StreamSupport.stream(value.spliterator(), false)
                        .anyMatch(id -> id.asText().equals(option.path("id").asText())))
                .map(option -> option.path("label").asText())
                .sorted()
                .toList()
                .toString();
    }

    private static void run(Migration migration) {
        migration.plan();
        assertThat(migration.approve("ops@acme.example").result().completion()).isEqualTo(Completion.COMPLETE);
        assertThat(migration.prepare().result().completion()).isEqualTo(Completion.COMPLETE);
        migration.run();
    }

    @Test
    void movesWhatTheApiKnows_andClosesAllCounts() {
        try (Migration migration = migration("work")) {
            Profile profile = migration.extract();
            run(migration);
            Reconciliation reconciliation = migration.verify();

            assertThat(reconciliation.closed()).isTrue();
            assertThat(reconciliation.differences()).isEmpty();
            assertThat(reconciliation.verified())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.equal()).as(one.object()).isEqualTo(one.records()));
            assertThat(profile.repairs())
                    .extracting(repair -> repair.field() + " " + repair.rule() + " " + repair.repairs())
                    .contains(
                            "tags api-added 1",
                            "sequences api-added 1",
                            "lists api-unsubscribed 1",
                            "lead_id api-unknown 1");
        }
        Map<String, String> ada = fields("ada@customers.example");
        assertThat(ada.get("Labels")).isEqualTo("[Replied, VIP, list_Newsletter, webinar spring]");
        assertThat(ada)
                .containsEntry("kartra_lists_unsubscribed__c", "Buyers")
                .containsEntry("kartra_sequences__c", "Welcome")
                .containsEntry("kartra_sequence_positions__c", "Welcome (step 3, active)")
                .containsEntry("kartra_memberships__c", "Library (Gold)");
        assertThat(look(kartra, "ledger").path("violations").asLong()).isZero();
    }

    @Test
    void leavesTheAccountAsItWas_afterRollback() {
        try (Migration migration = migration("work")) {
            migration.extract();
            run(migration);
            assertThat(all("persons")).isNotEmpty();

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.residue()).isEmpty();
        }
        for (String object : List.of("persons", "organizations", "deals", "activities", "notes")) {
            assertThat(all(object)).as(object).isEmpty();
        }
        assertThat(all("personFields"))
                .extracting(field -> field.path("field_name").asText())
                .noneMatch(name -> name.startsWith("kartra_"));
    }

    @Test
    void stopsWithWhatToDo_whenACredentialIsNotValid() {
        kartra.inject(FaultScript.parse("[{\"path\": \"/api$\", \"action\": \"401\"}]"));
        try (Migration migration = migration("work")) {
            assertThatThrownBy(migration::extract)
                    .isInstanceOf(FatalConnectorException.class)
                    .hasMessageContaining("error 233")
                    .hasMessageContaining("Check 'apiPassword'")
                    .hasMessageNotContaining(kartra.token());
        }
    }
}
