package dev.crmmigration.examples.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.source.Source;
import dev.crmmigration.connector.freshsales.FreshsalesDestination;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.PrepareReport;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A simulated Freshsales account that an export is migrated to, with what it holds by its own state. */
public final class FreshsalesAccount implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the settings of Freshsales call the types of the plan. */
    private static final Map<String, String> TYPES = Map.of(
            "TEXT", "text",
            "LONG_TEXT", "paragraph",
            "DATE", "date",
            "DECIMAL", "number",
            "INTEGER", "number",
            "CHOICE", "dropdown",
            "CHOICES", "multi_select_dropdown");

    private final SimulatorClock clock = SimulatorClock.standingAt(START);
    private final RunningSimulator simulator;
    private final Path workspace;
    private final Source source;
    private final Settings settings;
    private Settings destination;

    private JsonNode state = JSON.nullNode();
    private @Nullable PrepareReport firstPreparation;
    private @Nullable RunReport report;
    private @Nullable Reconciliation reconciliation;

    public FreshsalesAccount(Source source, Settings settings, Path workspace, List<String> users) {
        this.source = source;
        this.settings = settings;
        this.workspace = workspace;
        this.simulator = Simulator.of("freshsales")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("limits", "off")
                        .build());
        this.destination = Settings.of("baseUrl", simulator.url() + "/crm/sales")
                .with("limits", "off")
                .with("plan", "enterprise")
                .secret("apiKey", simulator.token());
        users.forEach(email -> edit(JSON.createObjectNode().put("name", "Staff").put("email", email), "users"));
    }

    /** Opens the account with a setting from now on. */
    FreshsalesAccount with(String setting, String value) {
        destination = destination.with(setting, value);
        return this;
    }

    public Migration open(String... policies) {
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(source, settings)
                .destination(new FreshsalesDestination(), destination)
                .policy("automationsPaused", "none")
                .clock(clock, jumping());
        for (int index = 0; index < policies.length; index += 2) {
            builder.policy(policies[index], policies[index + 1]);
        }
        return builder.build();
    }

    /** Migrates all of it, and makes by hand what Freshsales lets nobody make from outside, between two calls. */
    public void run(String... policies) {
        try (Migration migration = open(policies)) {
            migration.extract();
            assertThat(migration.plan().questions()).isEmpty();
            assertThat(migration.approve("ops@acme.example").result().completion())
                    .isEqualTo(Completion.COMPLETE);
            firstPreparation = migration.prepare();
        }
        look();
        administer();
        try (Migration migration = open(policies)) {
            PrepareReport prepared = migration.prepare();
            assertThat(prepared.result().completion()).as(prepared.toString()).isEqualTo(Completion.COMPLETE);
            report = migration.run();
            reconciliation = migration.verify();
        }
        look();
    }

    /** Does what the list for the administrator says; the keys of the source are in a text field that no mapping names. */
    private void administer() {
        for (JsonNode mapping : plan().path("mappings")) {
            mapping.path("parts").forEach(part -> part.path("schema").forEach(this::make));
        }
        firstPreparation().schema().stream()
                .filter(element -> element.label().equals("Source key"))
                .forEach(element -> make(JSON.createObjectNode()
                        .put("kind", "FIELD")
                        .put("object", element.object())
                        .put("label", element.label())
                        .put("type", "TEXT")));
    }

    private void make(JsonNode element) {
        String label = element.path("label").asText();
        if (element.path("kind").asText().equals("FIELD")) {
            String fields = element.path("object").asText() + "_fields";
            if (all(fields).stream()
                    .noneMatch(field -> field.path("label").asText().equals(label))) {
                ObjectNode field = JSON.createObjectNode().put("label", label);
                field.put("type", requireNonNull(TYPES.get(element.path("type").asText()), label));
                field.set("choices", element.path("options"));
                edit(field, fields);
            }
        } else if (element.path("kind").asText().equals("STAGE")
                && stage(element).isEmpty()) {
            JsonNode pipeline = only(
                    "deal_pipelines",
                    one -> one.path("name")
                            .asText()
                            .equals(element.path("pipeline").asText()));
            ObjectNode stage = JSON.createObjectNode().put("name", label).put("forecast_type", "Open");
            stage.put("probability", 50).put("choice_type", 1).put("partial", true);
            stage.put("updated_at", START.toString());
            stage.set("deal_pipeline_id", pipeline.path("id"));
            edit(stage, "deal_stages");
        } else if (element.path("kind").asText().equals("ACTIVITY_TYPE")
                && all("sales_activity_types").stream()
                        .noneMatch(type -> type.path("name").asText().equals(label))) {
            ObjectNode type = JSON.createObjectNode().put("name", label).put("internal_name", "cf_" + label);
            type.put("is_default", false).put("is_checkedin", false).put("show_in_conversation", true);
            edit(type.put("partial", true), "sales_activity_types");
        }
        look();
    }

    private List<JsonNode> stage(JsonNode element) {
        return all("deal_stages").stream()
                .filter(stage ->
                        stage.path("name").asText().equals(element.path("label").asText()))
                .toList();
    }

    JsonNode plan() {
        try {
            return JSON.readTree(workspace.resolve("plan.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void look() {
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

    private void edit(ObjectNode added, String object) {
        ObjectNode edit = JSON.createObjectNode().put("object", object);
        edit.set("add", added);
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__simulator/edit"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(edit.toString()))
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public PrepareReport firstPreparation() {
        return requireNonNull(firstPreparation, "run first");
    }

    public RunReport report() {
        return requireNonNull(report, "run first");
    }

    public Reconciliation reconciliation() {
        return requireNonNull(reconciliation, "run first");
    }

    public List<JsonNode> all(String object) {
        return StreamSupport.stream(state.path(object).spliterator(), false).toList();
    }

    /** Returns the only record of an object for which this holds. */
    public JsonNode only(String object, Predicate<JsonNode> which) {
        List<JsonNode> found = all(object).stream().filter(which).toList();
        assertThat(found).as("matching " + object).hasSize(1);
        return found.get(0);
    }

    JsonNode contact(String firstName, String lastName) {
        return only(
                "contacts",
                contact -> contact.path("first_name").asText().equals(firstName)
                        && contact.path("last_name").asText().equals(lastName));
    }

    /** Returns the only record of an object that carries this key of the source. */
    public JsonNode withKey(String object, String key) {
        return only(
                object, record -> custom(object, record, "Source key").asText().equals(key));
    }

    /** Returns words of a note that lead to a file, of which there is one of that name. */
    String linkTo(String file, String words) {
        JsonNode document = only("documents", one -> one.path("name").asText().equals(file));
        return "<a href=\"" + simulator.url() + "/crm/sales/documents/"
                + document.path("id").asText() + "\">" + words + "</a>";
    }

    /** Returns the name of what a record names by id. */
    public String named(String selector, JsonNode id) {
        return only(selector, one -> one.path("id").asText().equals(id.asText()))
                .path(selector.equals("users") ? "email" : "name")
                .asText();
    }

    /** Returns the value of a custom field as it is stored. */
    public JsonNode custom(String object, JsonNode record, String label) {
        String fields = object.substring(0, object.length() - 1) + "_fields";
        JsonNode field = only(fields, one -> one.path("label").asText().equals(label));
        return record.path("custom_field").path(field.path("name").asText());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
