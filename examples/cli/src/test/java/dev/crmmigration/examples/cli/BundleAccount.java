package dev.crmmigration.examples.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A simulated account that a bundle of a coaching platform is migrated to, with what it holds by its own state. */
class BundleAccount implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final Settings settings;
    private final SimulatorClock clock = SimulatorClock.standingAt(START);
    private final RunningSimulator simulator;
    private final Path workspace;

    private JsonNode state = JSON.nullNode();
    private @Nullable Profile profile;
    private @Nullable RunReport report;
    private @Nullable Reconciliation reconciliation;

    /**
     * Starts an account.
     *
     * @param settings those of the source, without the export
     * @param coaches the e-mail addresses of its users
     */
    BundleAccount(Source source, Settings settings, List<String> coaches, Path workspace) {
        this.source = source;
        this.settings = settings;
        this.workspace = workspace;
        this.simulator = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("limits", "off")
                        .build());
        coaches.forEach(email -> send("""
                {"object": "users", "add": {"name": "Coach", "email": "%s"}}""".formatted(email)));
    }

    /** Returns an export that lies in the repository. */
    static Path sample(String platform) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("examples/exports").resolve(platform))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    /** Migrates all of an export; nothing is left running. */
    void migrate(Path export, String... policies) {
        try (Migration migration = open(export, policies)) {
            run(migration);
        } finally {
            close();
        }
    }

    Migration open(Path export, String... policies) {
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(source, settings.with("export", export.toString()))
                .destination(
                        new PipedriveDestination(),
                        Settings.of("baseUrl", simulator.url().toString())
                                .with("limits", "off")
                                .secret("apiToken", simulator.token()))
                .policy("automationsPaused", "none")
                .clock(clock, jumping());
        for (int index = 0; index < policies.length; index += 2) {
            builder.policy(policies[index], policies[index + 1]);
        }
        return builder.build();
    }

    void run(Migration migration) {
        profile = migration.extract();
        assertThat(migration.plan().questions()).isEmpty();
        assertThat(migration.approve("ops@acme.example").result().completion()).isEqualTo(Completion.COMPLETE);
        assertThat(migration.prepare().result().completion()).isEqualTo(Completion.COMPLETE);
        report = migration.run();
        reconciliation = migration.verify();
        look();
    }

    void look() {
        try (InputStream in =
                URI.create(simulator.url() + "/__simulator/state").toURL().openStream()) {
            state = JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Waiter jumping() {
        return moment -> {
            synchronized (clock) {
                Duration left = Duration.between(clock.now(), moment);
                clock.advance(left.isNegative() ? Duration.ZERO : left);
            }
        };
    }

    private void send(String edit) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/edit"))
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

    Profile profile() {
        return requireNonNull(profile, "run first");
    }

    RunReport report() {
        return requireNonNull(report, "run first");
    }

    Reconciliation reconciliation() {
        return requireNonNull(reconciliation, "run first");
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

    JsonNode person(String name) {
        return only("persons", person -> person.path("name").asText().equals(name));
    }

    /** Returns the deal that carries the key of this enrollment. */
    JsonNode dealOf(String enrollment) {
        return only(
                "deals",
                deal -> deal.path("custom_fields").toString().matches(".*[^a-z0-9_]" + enrollment + "[^a-z0-9_].*"));
    }

    /** Returns the first activity whose note has these words. */
    JsonNode activity(String words) {
        return all("activities").stream()
                .filter(activity -> activity.path("note").asText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    JsonNode withId(String object, JsonNode id) {
        return only(object, record -> record.path("id").asText().equals(id.asText()));
    }

    String ownerOf(JsonNode record) {
        return withId("users", record.path("owner_id")).path("email").asText();
    }

    String stageOf(JsonNode deal) {
        return withId("pipelines", deal.path("pipeline_id")).path("name").asText() + " / "
                + withId("stages", deal.path("stage_id")).path("name").asText();
    }

    String typeOf(JsonNode activity) {
        return only("activityTypes", type -> type.path("key_string").equals(activity.path("type")))
                .path("name")
                .asText();
    }

    JsonNode field(String catalog, String name) {
        return only(catalog, field -> field.path("field_name").asText().equals(name));
    }

    String typeOfField(String catalog, String name) {
        return field(catalog, name).path("field_type").asText();
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

    @Override
    public void close() {
        simulator.close();
    }
}
