package dev.crmmigration.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.kartra.KartraSource;
import dev.crmmigration.connector.pipedrive.PipedriveDestination;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What a simulated account holds, by its own state, after an export from Kartra was migrated to it. */
final class MigratedAccount {

    static final String ADMIN = "admin@acme.example";
    static final String OLGA = "olga@acme.example";

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode state;
    private final Profile profile;
    private final RunReport report;
    private final Reconciliation reconciliation;

    private MigratedAccount(JsonNode state, Profile profile, RunReport report, Reconciliation reconciliation) {
        this.state = state;
        this.profile = profile;
        this.report = report;
        this.reconciliation = reconciliation;
    }

    static MigratedAccount of(Path export, Path workspace, Map<String, String> policies) {
        return of(export, workspace, policies, migration -> {});
    }

    /** Migrates, with something done between the plan's proposal and its approval; nothing is left running. */
    static MigratedAccount of(
            Path export, Path workspace, Map<String, String> policies, Consumer<Migration> afterProposal) {
        SimulatorClock clock = SimulatorClock.standingAt(START);
        try (RunningSimulator simulator = account(clock);
                Migration migration = migration(export, workspace, policies, simulator, clock)) {
            Profile profile = migration.extract();
            migration.plan();
            afterProposal.accept(migration);
            assertThat(migration.approve("ops@acme.example").result().completion())
                    .isEqualTo(Completion.COMPLETE);
            assertThat(migration.prepare().result().completion()).isEqualTo(Completion.COMPLETE);
            RunReport report = migration.run();
            Reconciliation reconciliation = migration.verify();
            return new MigratedAccount(state(simulator.url()), profile, report, reconciliation);
        }
    }

    private static RunningSimulator account(SimulatorClock clock) {
        RunningSimulator simulator = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("limits", "off")
                        .build());
        send(simulator.url(), """
                {"object": "users", "add": {"name": "Olga", "email": "%s"}}""".formatted(OLGA));
        return simulator;
    }

    private static Migration migration(
            Path export,
            Path workspace,
            Map<String, String> policies,
            RunningSimulator simulator,
            SimulatorClock clock) {
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(new KartraSource(), Settings.of("export", export.toString()))
                .destination(
                        new PipedriveDestination(),
                        Settings.of("baseUrl", simulator.url().toString())
                                .with("limits", "off")
                                .secret("apiToken", simulator.token()))
                .policy("defaultOwner", ADMIN)
                .policy("automationsPaused", "none")
                .clock(clock, jumping(clock));
        policies.forEach(builder::policy);
        return builder.build();
    }

    private static Waiter jumping(SimulatorClock clock) {
        return moment -> {
            synchronized (clock) {
                Duration left = Duration.between(clock.now(), moment);
                clock.advance(left.isNegative() ? Duration.ZERO : left);
            }
        };
    }

    private static void send(URI simulator, String edit) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator + "/__simulator/edit"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(edit))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode state(URI simulator) {
        try (InputStream state =
                URI.create(simulator + "/__simulator/state").toURL().openStream()) {
            return JSON.readTree(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Profile profile() {
        return profile;
    }

    RunReport report() {
        return report;
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    List<JsonNode> all(String object) {
        return StreamSupport.stream(state.path(object).spliterator(), false).toList();
    }

    /** Returns the only record of an object for which this holds. */
    JsonNode only(String object, Predicate<JsonNode> which) {
        List<JsonNode> found = all(object).stream().filter(which).toList();
        assertThat(found).as("matching " + object).hasSize(1);
        return found.get(0);
    }

    JsonNode withId(String object, JsonNode id) {
        return only(object, record -> record.path("id").asText().equals(id.asText()));
    }

    JsonNode person(String email) {
        return only("persons", person -> person.at("/emails/0/value").asText().equals(email));
    }

    JsonNode deal(String title) {
        return only("deals", deal -> deal.path("title").asText().equals(title));
    }

    BigDecimal sumOfDeals(String currency) {
        return all("deals").stream()
                .filter(deal -> deal.path("currency").asText().equals(currency))
                .map(deal -> deal.path("value").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the activity whose note names this appointment. */
    JsonNode activity(String appointment) {
        return only(
                "activities",
                activity -> activity.path("note").asText().contains("Kartra_Appointment__c: " + appointment));
    }

    JsonNode organizationOf(JsonNode record) {
        return withId("organizations", record.path("org_id"));
    }

    String ownerOf(JsonNode record) {
        return withId("users", record.path("owner_id")).path("email").asText();
    }

    String stageOf(JsonNode deal) {
        JsonNode stage = withId("stages", deal.path("stage_id"));
        assertThat(stage.path("pipeline_id")).isEqualTo(deal.path("pipeline_id"));
        return withId("pipelines", deal.path("pipeline_id")).path("name").asText() + " / "
                + stage.path("name").asText();
    }

    String typeOf(JsonNode activity) {
        return only("activityTypes", type -> type.path("key_string").equals(activity.path("type")))
                .path("name")
                .asText();
    }

    /** Returns the definition of a field by its name, of which there must be one. */
    JsonNode field(String catalog, String name) {
        return only(catalog, field -> field.path("field_name").asText().equals(name));
    }

    String typeOfField(String catalog, String name) {
        return field(catalog, name).path("field_type").asText();
    }

    boolean hasField(String catalog, String name) {
        return all(catalog).stream()
                .anyMatch(field -> field.path("field_name").asText().equals(name));
    }

    /** Returns the value of a custom field as it is stored. */
    JsonNode custom(String catalog, JsonNode record, String name) {
        return record.path("custom_fields")
                .path(field(catalog, name).path("field_code").asText());
    }

    /** Returns the labels of the options that a custom field holds. */
    List<String> picked(String catalog, JsonNode record, String name) {
        return labels(field(catalog, name), custom(catalog, record, name));
    }

    /** Returns the id of the option of a field that has this label. */
    String optionId(String catalog, String name, String label) {
        for (JsonNode option : field(catalog, name).path("options")) {
            if (option.path("label").asText().equals(label)) {
                return option.path("id").asText();
            }
        }
        throw new AssertionError("the field has no such option");
    }

    /** Returns the labels of a record. */
    List<String> labels(String catalog, JsonNode record) {
        JsonNode field = only(catalog, one -> one.path("field_code").asText().equals("label_ids"));
        return labels(field, record.path("label_ids"));
    }

    private static List<String> labels(JsonNode field, JsonNode ids) {
        List<String> labels = new ArrayList<>();
        for (JsonNode id : ids.isArray() ? ids : JSON.createArrayNode().add(ids)) {
            for (JsonNode option : field.path("options")) {
                if (option.path("id").asText().equals(id.asText())) {
                    labels.add(option.path("label").asText());
                }
            }
        }
        return labels;
    }
}
