package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.StepResult;
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
import java.util.function.Supplier;

/** A simulated account with real limits, and migrations into it on a clock that both share: who waits sets it forward. */
abstract class LimitedAccount implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatorClock clock = SimulatorClock.standingAt(START);
    private final RunningSimulator account;

    /** @param options what is not the clock */
    LimitedAccount(String platform, SimulatorOptions.Builder options) {
        account =
                Simulator.of(platform).orElseThrow().start(options.clock(clock).build());
    }

    final URI url() {
        return account.url();
    }

    final String token() {
        return account.token();
    }

    final Migration open(
            Practice practice, Path workspace, Destination destination, Settings settings, List<ObjectMapping> rows) {
        return Migration.builder()
                .workspace(workspace)
                .source(practice, Settings.none())
                .destination(destination, settings)
                .mappings(rows)
                .policy("automationsPaused", "none")
                .clock(clock, this::sleepUntil)
                .build();
    }

    static Settings with(Settings settings, Map<String, String> more) {
        Settings all = settings;
        for (Map.Entry<String, String> setting : more.entrySet()) {
            all = all.with(setting.getKey(), setting.getValue());
        }
        return all;
    }

    /** One at a time, so that two who wait for the same moment do not wait twice as long. */
    final synchronized void sleepUntil(Instant moment) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while waiting");
        }
        Duration left = Duration.between(clock.now(), moment);
        if (!left.isNegative()) {
            clock.advance(left);
        }
    }

    /** Goes all the way to an account that is ready; returns the plan. */
    static Plan prepare(Migration migration) {
        Plan plan = approve(migration);
        StepResult prepared = migration.prepare().result();
        assertThat(prepared).isEqualTo(StepResult.COMPLETE);
        return plan;
    }

    /** Goes all the way to an approved plan, and returns it. */
    static Plan approve(Migration migration) {
        migration.extract();
        Plan plan = migration.plan();
        assertThat(plan.questions()).isEmpty();
        assertThat(migration.approve("ops@acme.example").result().completion()).isEqualTo(Completion.COMPLETE);
        return plan;
    }

    /**
     * Repeats a step until it is no longer parked, sleeping from park to park.
     *
     * @return how often it was parked
     */
    final int parks(Supplier<StepResult> step) throws InterruptedException {
        int parks = 0;
        StepResult result = step.get();
        while (result.completion() == Completion.PARKED) {
            parks++;
            sleepUntil(result.until().orElseThrow());
            result = step.get();
        }
        assertThat(result).isEqualTo(StepResult.COMPLETE);
        return parks;
    }

    final long violations() {
        return ledger().path("violations").asLong();
    }

    final JsonNode ledger() {
        return send("ledger", "");
    }

    /** Returns everything that the account holds. */
    final JsonNode state() {
        return send("state", "");
    }

    final Duration passed() {
        return Duration.between(START, clock.now());
    }

    final JsonNode send(String what, String body) {
        URI url = URI.create(account.url() + "/__simulator/" + what);
        HttpRequest request = body.isEmpty()
                ? HttpRequest.newBuilder(url).build()
                : HttpRequest.newBuilder(url)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final void close() {
        account.close();
    }
}
