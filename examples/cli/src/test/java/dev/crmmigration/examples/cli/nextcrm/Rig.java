package dev.crmmigration.examples.cli.nextcrm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.nextcrm.NextCrmSource;
import dev.crmmigration.connector.nextcrm.database.InventedBusiness;
import dev.crmmigration.connector.nextcrm.database.NextCrmDatabase;
import dev.crmmigration.connector.pipedrive.PipedriveDestination;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.Plan;
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
import java.util.stream.StreamSupport;

/** An invented business in a real database, and a simulated account that it moves to. */
final class Rig implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> USERS = List.of("olga", "paul", "rosa", "sven", "tina");

    /** The plan with the highest caps, so that a business of any size fits. */
    private static final String PLAN = "ultimate";

    private final NextCrmDatabase database;
    private final SimulatorClock clock = SimulatorClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
    private final RunningSimulator simulator;
    private final Migration migration;

    Rig(int contacts, Path workspace, Map<String, String> settings, Map<String, String> policies) {
        database = NextCrmDatabase.of(new InventedBusiness(contacts));
        simulator = Simulator.of("pipedrive")
                .orElseThrow()
                .start(SimulatorOptions.builder()
                        .clock(clock)
                        .setting("limits", "off")
                        .setting("plan", PLAN)
                        .build());
        USERS.forEach(name -> send("""
                {"object": "users", "add": {"name": "%s", "email": "%s@acme.example"}}""".formatted(name, name)));
        Settings source = Settings.of("jdbcUrl", database.jdbcUrl())
                .with("user", database.reader())
                .secret("password", database.readerPassword())
                .with("tls", "off");
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            source = source.with(setting.getKey(), setting.getValue());
        }
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(new NextCrmSource(), source)
                .destination(
                        new PipedriveDestination(),
                        Settings.of("baseUrl", simulator.url().toString())
                                .with("limits", "off")
                                .with("plan", PLAN)
                                .with("customFieldCap", "none")
                                .with("openDealCap", "none")
                                .secret("apiToken", simulator.token()))
                .policy("defaultOwner", "admin@acme.example")
                .policy("extractionMethod", "database")
                .policy("automationsPaused", "none")
                .clock(clock, jumping(clock));
        policies.forEach(builder::policy);
        migration = builder.build();
    }

    private static Waiter jumping(SimulatorClock clock) {
        return moment -> {
            synchronized (clock) {
                Duration left = Duration.between(clock.now(), moment);
                clock.advance(left.isNegative() ? Duration.ZERO : left);
            }
        };
    }

    NextCrmDatabase database() {
        return database;
    }

    Migration migration() {
        return migration;
    }

    SimulatorClock clock() {
        return clock;
    }

    /** Goes as far as to a prepared account. */
    Plan prepared() {
        migration.extract();
        Plan plan = migration.plan();
        assertThat(plan.questions()).as("open questions").isEmpty();
        assertThat(migration.approve("ops@acme.example").result().completion()).isEqualTo(Completion.COMPLETE);
        assertThat(migration.prepare().result().completion()).isEqualTo(Completion.COMPLETE);
        return plan;
    }

    JsonNode state() {
        try (InputStream in =
                URI.create(simulator.url() + "/__simulator/state").toURL().openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> all(JsonNode state, String object) {
        return StreamSupport.stream(state.path(object).spliterator(), false).toList();
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

    @Override
    public void close() {
        migration.close();
        simulator.close();
        database.close();
    }
}
