package dev.crmmigration.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.text.Table;
import dev.crmmigration.examples.cli.text.Text;
import dev.crmmigration.examples.cli.text.Words;
import dev.crmmigration.testkit.simulator.ExchangeObserver;
import dev.crmmigration.testkit.simulator.RunningSimulator;
import dev.crmmigration.testkit.simulator.Simulator;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import dev.crmmigration.testkit.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A simulated account in this process that already has customers, so that "as it was before" means something. */
final class SimulatedAccount implements TargetAccount {

    /** The one user of a new simulated account. */
    static final String ADMIN = "admin@acme.example";

    /** Whom a colleague calls who does not know of the migration. */
    private static final String CALLED = "karin.dahl@violetfitness.example";

    private static final Map<String, Integer> CUSTOMERS =
            new TreeMap<>(Map.of("organizations", 40, "persons", 120, "deals", 30));

    private final Options options;
    private final SharedTime time;
    private final RunningSimulator simulator;
    private final ControlDoor control;
    private Books books = Books.EMPTY;

    private SimulatedAccount(Options options, SharedTime time, RunningSimulator simulator) {
        this.options = options;
        this.time = time;
        this.simulator = simulator;
        this.control = new ControlDoor(simulator.url());
    }

    /** Opens a new account whose exchanges the observer sees. */
    static SimulatedAccount open(Options options, ExchangeObserver observer) {
        SharedTime time = new SharedTime(SimulatorClock.system());
        Simulator platform = Simulator.of("pipedrive").orElseThrow();
        RunningSimulator simulator = platform.start(SimulatorOptions.builder()
                .setting("plan", options.plan())
                .setting("seats", options.seats())
                .setting("limits", "on")
                .clock(time.clock())
                .observer(observer)
                .build());
        SimulatedAccount account = new SimulatedAccount(options, time, simulator);
        account.settle();
        return account;
    }

    private void settle() {
        ObjectNode customers = JsonNodeFactory.instance.objectNode();
        CUSTOMERS.forEach(customers::put);
        control.post("seed", customers);
    }

    @Override
    public Settings settings() {
        return Settings.of("baseUrl", simulator.url().toString())
                .with("plan", options.plan())
                .with("seats", options.seats())
                .secret("apiToken", simulator.token());
    }

    @Override
    public void equip(MigrationBuilder builder) {
        builder.clock(time.clock(), time);
    }

    @Override
    public void introduce(Text text) {
        JsonNode ledger = control.get("ledger");
        text.paragraph("A simulated Pipedrive account, plan " + options.plan() + ", " + options.seats() + " seats, at "
                + simulator.url() + ". It limits its clients as the real one does: "
                + ledger.at("/window/limit").asLong() + " requests in "
                + Words.count(ledger.at("/window/seconds").asLong(), "second") + " and "
                + Words.number(ledger.path("dailyBudget").asLong()) + " tokens a day.");
        text.paragraph("Waits run on a clock that both sides share: a wait sets it forward, so that nobody really"
                + " waits, and the account sees the time go by all the same.");
        Table table = Table.of("already there", "records");
        CUSTOMERS.forEach(table::row);
        text.table("Its customers so far", table);
    }

    @Override
    public void remember() {
        books = Books.of(control.get("state"));
    }

    @Override
    public boolean addUsers(List<String> emails, Text text) {
        text.line("An admin of the simulated account adds the user, and the run goes on:");
        for (String email : emails) {
            ObjectNode user = JsonNodeFactory.instance.objectNode();
            user.put("name", email);
            user.put("email", email);
            ObjectNode edit = JsonNodeFactory.instance.objectNode();
            edit.put("object", "users");
            edit.set("add", user);
            control.post("edit", edit);
        }
        return !emails.isEmpty();
    }

    @Override
    public void letDaysPass(int days) {
        passedUntil(time.clock().instant().plus(Duration.ofDays(days)));
    }

    /** The moment of an export is part of the names of its files, so they are copied to names of this moment. */
    @Override
    public Path exported(Path folder) throws IOException {
        Path now = options.workspace().resolveSibling(options.workspace().getFileName() + "-export");
        Files.createDirectories(now);
        try (Stream<Path> old = Files.list(now)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        now.resolve(ExportName.at(
                                file.getFileName().toString(), time.clock().instant())));
            }
        }
        return now;
    }

    @Override
    public void editAsAColleague(Text text) {
        for (JsonNode person : control.get("state").path("persons")) {
            if (person.toString().contains(CALLED)) {
                ObjectNode phone = JsonNodeFactory.instance.objectNode();
                phone.put("value", "030 555 0199");
                phone.put("label", "work");
                phone.put("primary", true);
                ObjectNode fields = JsonNodeFactory.instance.objectNode();
                fields.putArray("phones").add(phone);
                ObjectNode edit = JsonNodeFactory.instance.objectNode();
                edit.put("object", "persons");
                edit.put("id", person.path("id").asLong());
                edit.set("set", fields);
                control.post("edit", edit);
                text.line("A colleague writes another phone number down at person " + person.path("id") + ".");
                return;
            }
        }
        throw new IllegalStateException("the account has no person with the address that a colleague calls");
    }

    @Override
    public boolean knowsDelta(RunReport delta) {
        RunReport.MappingCounts persons = delta.mappings().stream()
                .filter(mapping -> mapping.mapping().equals("ContactToPerson"))
                .findFirst()
                .orElseThrow();
        return persons.created() == 12
                && persons.deleted() == 3
                && delta.edits().size() == 1;
    }

    @Override
    public boolean waitFor(StepResult parked, Text text) {
        return parked.until()
                .map(moment -> {
                    text.line("The budget of the day is used up; parked until " + Words.moment(moment)
                            + ". The shared clock is set to it.");
                    return passedUntil(moment);
                })
                .orElse(false);
    }

    private boolean passedUntil(Instant moment) {
        try {
            time.sleepUntil(moment);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void audit(Text text, Verdict verdict) {
        JsonNode ledger = control.get("ledger");
        long tokens = 0;
        for (JsonNode day : ledger.path("tokensPerDay")) {
            tokens += day.asLong();
        }
        long violations = ledger.path("violations").asLong();
        text.paragraph("By the account's own books: "
                + Words.number(ledger.path("requests").asLong()) + " requests, "
                + Words.number(tokens) + " tokens, " + Words.number(violations)
                + " of them over a limit. The shared clock"
                + " is " + Words.duration(time.clock().offset()) + " ahead of yours.");
        verdict.expect(violations == 0, "the account had to refuse calls that were over its limits");
    }

    @Override
    public List<String> changes() {
        return books.changesTo(Books.of(control.get("state")));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
