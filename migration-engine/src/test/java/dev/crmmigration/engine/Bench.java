package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableSource;
import dev.crmmigration.engine.toy.CustomerToPerson;
import dev.crmmigration.engine.toy.ToyAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A migration between adjustable toys, ready to be opened: customers with companies, and a user who owns them. */
final class Bench {

    static final String OWNER = "owner@example.com";
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final Path workspace;
    final TestClock clock;
    final ToyAccount account;
    final AdjustableSource source = new AdjustableSource();
    final AdjustableDestination destination;
    final List<ObjectMapping> mappings = new ArrayList<>(List.of(new CustomerToPerson()));
    final Map<String, String> policies = new TreeMap<>(Map.of("defaultOwner", OWNER));
    MigrationListener listener = MigrationListener.NONE;
    Waiter waiter;

    Bench(Path folder) {
        this(folder.resolve("workspace"), new ToyAccount());
        account.user(OWNER);
    }

    /** Opens a workspace that is there already, over the account that it was made for. */
    Bench(Path workspace, ToyAccount account) {
        this.workspace = workspace;
        this.account = account;
        this.destination = new AdjustableDestination(account);
        this.clock = new TestClock(START);
        this.waiter = clock::advanceTo;
    }

    /** Adds customers, each with a name, an e-mail address and one of seven companies. */
    Bench customers(int count) {
        for (int i = 1; i <= count; i++) {
            source.add(customer(i).put("company", "Company " + i % 7).build());
        }
        return this;
    }

    static CrmRecord.Builder customer(int number) {
        return CrmRecord.builder("customer", String.valueOf(number))
                .put("name", "Customer " + number)
                .put("email", "c" + number + "@example.com");
    }

    /** Takes these mappings in place of the usual one. */
    Bench mappings(ObjectMapping... instances) {
        mappings.clear();
        mappings.addAll(List.of(instances));
        policies.clear();
        return this;
    }

    MigrationBuilder builder() {
        MigrationBuilder builder = Migration.builder()
                .workspace(workspace)
                .source(source, Settings.none())
                .destination(destination, Settings.none())
                .mappings(mappings)
                .listener(listener)
                .clock(clock, waiter);
        policies.forEach(builder::policy);
        return builder;
    }

    Migration open() {
        return builder().build();
    }

    /** Extracts and plans. */
    static Plan plan(Migration migration) {
        migration.extract();
        return migration.plan();
    }

    /** Goes all the way to a destination that is ready. */
    static void ready(Migration migration) {
        assertThat(plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
        assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
    }

    static RunReport readyAndRun(Migration migration) {
        ready(migration);
        return migration.run();
    }

    /** Edits plan.json as a person would. */
    void edit(Consumer<ObjectNode> change) {
        ObjectNode plan = planJson();
        JsonNode before = plan.deepCopy();
        change.accept(plan);
        assertThat(plan).as("plan.json after the edit").isNotEqualTo(before);
        try {
            write(MAPPER.writeValueAsString(plan));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode planJson() {
        try {
            return (ObjectNode) MAPPER.readTree(planText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String planText() {
        try {
            return Files.readString(planFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String plan) {
        try {
            Files.writeString(planFile(), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path planFile() {
        return workspace.resolve("plan.json");
    }

    /** Returns the node of plan.json that answers a choice. */
    static ObjectNode choice(ObjectNode plan, String name) {
        return named(plan.get("choices"), name);
    }

    static ObjectNode valueMapEntries(ObjectNode plan, String name) {
        return (ObjectNode) named(plan.get("valueMaps"), name).get("entries");
    }

    /** Returns a part of a mapping, counted from 0. */
    static ObjectNode part(ObjectNode plan, String mapping, int number) {
        return (ObjectNode) named(plan.get("mappings"), mapping).get("parts").get(number);
    }

    /** Returns a field of a part, counted from 0. */
    static ObjectNode field(ObjectNode part, int number) {
        return (ObjectNode) part.get("fields").get(number);
    }

    private static ObjectNode named(JsonNode list, String name) {
        for (JsonNode node : list) {
            if (node.get("name").asText().equals(name)) {
                return (ObjectNode) node;
            }
        }
        throw new AssertionError("plan.json has no " + name);
    }

    /** Lets time pass. */
    void pass(Duration time) {
        clock.advanceTo(clock.instant().plus(time));
    }

    /** Returns the only person of a name. */
    CrmRecord person(String name) {
        return account.records("person").stream()
                .filter(record -> record.value("name").equals(Optional.of(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no person of that name"));
    }

    /** Changes a field of a record as somebody would; no value takes it away. */
    void change(CrmRecord record, String field, @Nullable String value) {
        Map<String, FieldValue> fields = new LinkedHashMap<>(record.fields());
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, FieldValue.of(value));
        }
        account.put(new CrmRecord(record.ref(), fields));
    }

    /** Goes all the way to the cutover. */
    static Cutover cutOver(Migration migration) {
        readyAndRun(migration);
        migration.freeze("ops@example.com");
        assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
        Cutover cutover = migration.cutover("owner@example.com");
        assertThat(cutover.result()).isEqualTo(StepResult.COMPLETE);
        return cutover;
    }

    /** Says that the answer to a write was lost. */
    static Optional<WriteOutcome> doubt(Write write) {
        return Optional.of(new WriteOutcome.InDoubt(write.effect(), "RESET"));
    }

    /** Tells whether a write creates the record with this name. */
    static boolean creates(Write write, String name) {
        return write instanceof Write.Create create
                && FieldValue.of(name).equals(create.fields().get("name"));
    }

    /** Returns the names of an object's records in the order of their creation. */
    List<String> names(String type) {
        return account.records(type).stream()
                .map(record -> (String) record.value("name").orElseThrow())
                .toList();
    }
}
