package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.pipedrive.PipedriveDestination;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.testkit.openapi.JudgingObserver;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A simulated Pipedrive account with real limits, and migrations into it on a clock that both share: who waits sets it
 * forward.
 */
final class PipedriveRig implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatorClock clock = SimulatorClock.standingAt(START);
    private final Map<String, String> limits = new LinkedHashMap<>();
    private final RunningSimulator account;

    /**
     * Starts an account.
     *
     * @param seed accounts of different seeds have different keys and ids
     * @param limits plan, seats and whatever else account and connector both have to know
     */
    PipedriveRig(long seed, Map<String, String> limits) {
        this(seed, limits, Optional.empty());
    }

    /** @param judge sees every exchange */
    PipedriveRig(long seed, Map<String, String> limits, Optional<JudgingObserver> judge) {
        this.limits.putAll(limits);
        SimulatorOptions.Builder options =
                SimulatorOptions.builder().clock(clock).seed(seed);
        limits.forEach(options::setting);
        judge.ifPresent(options::observer);
        account = Simulator.of("pipedrive").orElseThrow().start(options.build());
        send("edit", """
                {"object": "users", "add": {"name": "Olga", "email": "olga@acme.example"}}""");
    }

    /** Opens a migration of a practice; nothing is done yet. */
    Migration open(Practice practice, Path workspace, Map<String, String> settings) {
        Settings all = Settings.of("baseUrl", account.url().toString()).secret("apiToken", account.token());
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            all = all.with(limit.getKey(), limit.getValue());
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            all = all.with(setting.getKey(), setting.getValue());
        }
        return Migration.builder()
                .workspace(workspace)
                .source(practice, Settings.none())
                .destination(new PipedriveDestination(), all)
                .mappings(PracticeMappings.all())
                .policy("automationsPaused", "none")
                .clock(clock, this::sleepUntil)
                .build();
    }

    /** One at a time, so that two who wait for the same moment do not wait twice as long. */
    synchronized void sleepUntil(Instant moment) throws InterruptedException {
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
        migration.extract();
        Plan plan = migration.plan();
        assertThat(plan.questions()).isEmpty();
        assertThat(migration.approve("ops@acme.example").result().completion()).isEqualTo(Completion.COMPLETE);
        StepResult prepared = migration.prepare().result();
        assertThat(prepared).isEqualTo(StepResult.COMPLETE);
        return plan;
    }

    /**
     * Repeats a step until it is no longer parked, sleeping from park to park.
     *
     * @return how often it was parked
     */
    int parks(Supplier<StepResult> step) throws InterruptedException {
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

    /** Returns what the account has spent, by its own books. */
    long tokens() {
        long tokens = 0;
        for (JsonNode day : send("ledger", "").path("tokensPerDay")) {
            tokens += day.asLong();
        }
        return tokens;
    }

    /** Returns what the calls of some routes have cost; routes by regular expression, with the price of one call. */
    long tokensOf(Map<String, Long> prices) {
        JsonNode routes = send("ledger", "").path("requestsPerRoute");
        long tokens = 0;
        for (Map.Entry<String, Long> price : prices.entrySet()) {
            for (Map.Entry<String, JsonNode> route : routes.properties()) {
                if (route.getKey().matches(price.getKey())) {
                    tokens += price.getValue() * route.getValue().asLong();
                }
            }
        }
        return tokens;
    }

    long violations() {
        return send("ledger", "").path("violations").asLong();
    }

    /** Returns everything that the account holds. */
    JsonNode state() {
        return send("state", "");
    }

    Duration passed() {
        return Duration.between(START, clock.now());
    }

    private JsonNode send(String what, String body) {
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
    public void close() {
        account.close();
    }
}
