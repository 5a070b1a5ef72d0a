package dev.crmmigration.examples.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A simulated Freshsales account that an export is migrated to, with what it holds by its own state. */
public final class FreshsalesAccount implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

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
        users.forEach(new FreshsalesAdmin(simulator.url())::addUser);
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
        FreshsalesAdmin admin = new FreshsalesAdmin(simulator.url());
        admin.addWhatLacks(plan());
        firstPreparation().schema().stream()
                .filter(element -> element.label().equals(FreshsalesAdmin.SOURCE_KEY))
                .forEach(element -> admin.addSourceKey(element.object()));
        look();
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
