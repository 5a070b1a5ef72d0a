package dev.crmmigration.examples.cli.everything;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.pipedrive.PipedriveDestination;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A simulated Pipedrive account, and migrations into it. */
final class PipedriveRig extends LimitedAccount {

    private final Map<String, String> limits;

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
        super("pipedrive", options(seed, limits, judge));
        this.limits = new LinkedHashMap<>(limits);
        send("edit", """
                {"object": "users", "add": {"name": "Olga", "email": "olga@acme.example"}}""");
    }

    private static SimulatorOptions.Builder options(
            long seed, Map<String, String> limits, Optional<JudgingObserver> judge) {
        SimulatorOptions.Builder options = SimulatorOptions.builder().seed(seed).settings(limits);
        judge.ifPresent(options::observer);
        return options;
    }

    /** Opens a migration of a practice; nothing is done yet. */
    Migration open(Practice practice, Path workspace, Map<String, String> settings) {
        Settings account = Settings.of("baseUrl", url().toString()).secret("apiToken", token());
        return open(
                practice,
                workspace,
                new PipedriveDestination(),
                with(with(account, limits), settings),
                PracticeMappings.all());
    }

    /** Returns what the account has spent, by its own books. */
    long tokens() {
        long tokens = 0;
        for (JsonNode day : ledger().path("tokensPerDay")) {
            tokens += day.asLong();
        }
        return tokens;
    }

    /** Returns what the calls of some routes have cost; routes by regular expression, with the price of one call. */
    long tokensOf(Map<String, Long> prices) {
        JsonNode routes = ledger().path("requestsPerRoute");
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
}
