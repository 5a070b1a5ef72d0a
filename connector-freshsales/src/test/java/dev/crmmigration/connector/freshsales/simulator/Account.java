package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a company has stored. Not thread-safe: whoever uses it holds its monitor. */
final class Account {

    /** The objects that a client can search. */
    static final List<String> SEARCHED = List.of("contacts", "sales_accounts", "deals");

    /** What hangs on a record, and what can be chosen in one. */
    static final List<String> OTHERS = List.of(
            "tasks",
            "appointments",
            "notes",
            "sales_activities",
            "phone_calls",
            "documents",
            "document_links",
            "lists",
            "jobs");

    static final List<String> SELECTORS = List.of(
            "users",
            "territories",
            "teams",
            "deal_pipelines",
            "deal_stages",
            "deal_types",
            "deal_reasons",
            "deal_payment_statuses",
            "deal_products",
            "currencies",
            "lead_sources",
            "campaigns",
            "industry_types",
            "business_types",
            "contact_statuses",
            "lifecycle_stages",
            "sales_activity_types",
            "sales_activity_outcomes",
            "sales_activity_entity_types",
            "designations");

    static final List<String> FIELDS =
            List.of("contact_fields", "sales_account_fields", "deal_fields", "sales_activity_fields");

    static final String VIEWS = "views";

    private static final long BLOCK = 1_000_000_000L;

    private final FreshsalesSettings settings;
    private final SimulatorClock clock;
    private final long seed;
    private final FileContents files;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** Creates an account without anything; see {@link NewAccount}. */
    Account(FreshsalesSettings settings, SimulatorClock clock, long seed) {
        this.settings = settings;
        this.clock = clock;
        this.seed = seed;
        this.files = new FileContents(settings.quantity(Quantity.KEPT_FILE_BYTES));
        SEARCHED.forEach(name -> add(name, settings.lag()));
        OTHERS.forEach(name -> add(name, Duration.ZERO));
        SELECTORS.forEach(name -> add(name, Duration.ZERO));
        FIELDS.forEach(name -> add(name, Duration.ZERO));
        add(VIEWS, Duration.ZERO);
    }

    /** Ids need more than 32 bits, and no two objects share one: a client that confuses them is found out. */
    private void add(String name, Duration lag) {
        long firstId = 400_000_000_000L + tables.size() * BLOCK + Math.floorMod(seed, 997L) * 1000;
        tables.put(name, new Table(name, firstId, lag));
    }

    FreshsalesSettings settings() {
        return settings;
    }

    SimulatorClock clock() {
        return clock;
    }

    long seed() {
        return seed;
    }

    FileContents files() {
        return files;
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no object " + name);
        }
        return table;
    }

    boolean hasTable(String name) {
        return tables.containsKey(name);
    }

    Collection<Table> tables() {
        return tables.values();
    }

    Instant now() {
        return clock.now();
    }

    /** Returns the present as the account writes it. */
    String nowShown() {
        return Times.shown(now(), settings.zone());
    }

    void put(String name, ObjectNode record) {
        table(name).put(record, now());
    }

    /** Returns the user whose key the clients use: the first one. */
    long keyUserId() {
        return table("users").rows().iterator().next().id();
    }

    /** Returns the first row of a selector that has a member with this value, or {@code null}. */
    @Nullable
    ObjectNode first(String selector, String member, String value) {
        return table(selector).allLive().stream()
                .filter(row -> row.path(member).asText().equals(value))
                .findFirst()
                .orElse(null);
    }
}
