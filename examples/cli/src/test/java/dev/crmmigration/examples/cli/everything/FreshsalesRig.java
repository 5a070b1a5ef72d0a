package dev.crmmigration.examples.cli.everything;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.connector.freshsales.FreshsalesDestination;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.examples.cli.FreshsalesAdmin;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.Map;

/** A simulated Freshsales account of the plan Growth, and migrations into it that create in bulk what they can. */
final class FreshsalesRig extends LimitedAccount {

    private static final String PLAN = "growth";

    FreshsalesRig() {
        super("freshsales", SimulatorOptions.builder().setting("plan", PLAN).setting("window", "rolling"));
    }

    /** Opens a migration of a practice; nothing is done yet. */
    Migration open(Practice practice, Path workspace) {
        Settings account = Settings.of("baseUrl", url() + "/crm/sales").secret("apiKey", token());
        return open(
                practice,
                workspace,
                new FreshsalesDestination(),
                with(account, Map.of("plan", PLAN, "bulk", "contact, sales_account, deal")),
                PracticeToFreshsales.all());
    }

    /** Adds the fields that nobody can make from outside. */
    void administer() {
        FreshsalesAdmin admin = new FreshsalesAdmin(url());
        admin.addSourceKey("sales_account");
        admin.addSourceKey("deal");
    }

    /** Returns how many calls the account has had, by its own books. */
    long calls() {
        return ledger().path("calls").asLong();
    }

    /** Returns how many calls the account has had on routes, by regular expression. */
    long calls(String routes) {
        long calls = 0;
        for (Map.Entry<String, JsonNode> route : ledger().path("callsPerRoute").properties()) {
            calls += route.getKey().matches(routes) ? route.getValue().asLong() : 0;
        }
        return calls;
    }
}
