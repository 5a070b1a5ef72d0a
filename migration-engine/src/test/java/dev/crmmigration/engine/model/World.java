package dev.crmmigration.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.MappingPart.Resolution;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.MigrationBuilder;
import dev.crmmigration.engine.Report;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.AdjustableSource;
import dev.crmmigration.engine.toy.ToyAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source, an account and a workspace in which things go wrong; and a list, kept where the records are made, of which
 * record was made for what.
 */
final class World implements AutoCloseable {

    static final String OWNER = "owner@example.com";
    static final List<String> TYPES = List.of("company", "person", "note", "deal");

    private final Path folder;
    private final Map<String, String> policies;
    private final SteppedClock clock = new SteppedClock();
    final AdjustableSource source = new AdjustableSource();
    private Life life;
    private @Nullable Life next;
    private int lives;
    private Faults faults = Faults.none(this);
    private Migration migration;

    /** What one process sees; a process that is killed leaves another one of these. */
    private record Life(Path workspace, ToyAccount account, Map<RecordRef, String> made) {}

    World(Path folder, Map<String, String> policies) {
        this.folder = folder;
        this.policies = policies;
        this.life = new Life(folder.resolve("workspace"), new ToyAccount(), new LinkedHashMap<>());
        life.account().user(OWNER);
        for (String field : List.of("name", "email", "phone", "company", "boss", "owner")) {
            source.field("customer", AdjustableDestination.text(field));
        }
        for (String field : List.of("text", "customer")) {
            source.field("note", AdjustableDestination.text(field));
        }
        this.migration = open();
    }

    static String userKey(String email) {
        return "user " + email;
    }

    /** Names what a write is for as the model does. */
    static String key(EffectId effect) {
        if (effect.part().equals("company")) {
            return "company:" + effect.source().id().substring(effect.mapping().length() + 1);
        }
        return (effect.mapping().equals("Notes") ? "note:" : "person:")
                + effect.source().id();
    }

    private static List<ObjectMapping> mappings() {
        return List.of(
                new AdjustableMapping("Customers")
                        .part(Records.from("customer")
                                .part("company")
                                .to("company")
                                .derivedBy("normal(company)")
                                .set("name", "company")
                                .build())
                        .part(Records.from("customer")
                                .to("person")
                                .sameAs("normalEmail(email)")
                                .set("name", "name")
                                .set("phone", "phone")
                                .set("company", "link(Customers, normal(company))")
                                .setOrLater("boss", "link(Customers, boss)")
                                .build())
                        .part(Resolution.owner("customer", "owner", "owner")),
                new AdjustableMapping("Notes")
                        .part(Records.from("note")
                                .to("note")
                                .set("text", "text")
                                .set("person", "link(Customers, customer)")
                                .build()));
    }

    private AdjustableDestination destination() {
        FieldDescription owner =
                FieldDescription.builder("owner", FieldType.USER).build();
        return new AdjustableDestination(life.account())
                .object("company", ObjectTraits.written(1), AdjustableDestination.text("name"))
                .object(
                        "person",
                        ObjectTraits.written(1),
                        AdjustableDestination.text("name"),
                        AdjustableDestination.text("phone"),
                        owner,
                        AdjustableDestination.reference("company", "company"),
                        AdjustableDestination.reference("boss", "person"))
                .object(
                        "note",
                        ObjectTraits.written(1),
                        AdjustableDestination.text("text"),
                        AdjustableDestination.reference("person", "person"))
                .object(
                        "deal",
                        ObjectTraits.written(1),
                        AdjustableDestination.text("title"),
                        AdjustableDestination.reference("person", "person"));
    }

    @SuppressWarnings("ReferenceEquality") // another life is another object
    private Migration open() {
        Life mine = life;
        life.account().before(write -> isAlive(mine) ? faults.before(write) : Optional.empty());
        life.account().after(write -> isAlive(mine) ? made(write) : Optional.empty());
        MigrationBuilder builder = Migration.builder()
                .workspace(life.workspace())
                .source(source, Settings.none())
                .destination(destination(), Settings.none())
                .mappings(mappings())
                .clock(clock, clock::advanceTo);
        policies.forEach(builder::policy);
        return builder.build();
    }

    private boolean isAlive(Life mine) {
        return mine.workspace().equals(life.workspace());
    }

    private Optional<WriteOutcome> made(Write write) {
        if (write instanceof Write.Create create) {
            List<CrmRecord> records = life.account().records(create.type().name());
            life.made().put(records.get(records.size() - 1).ref(), key(create.effect()));
        }
        return faults.after(write);
    }

    Instant now() {
        return clock.instant();
    }

    ToyAccount account() {
        return life.account();
    }

    Path planFile() {
        return migration.planFile();
    }

    /** Returns for what a record was made. */
    Map<RecordRef, String> made() {
        return new LinkedHashMap<>(life.made());
    }

    /** Returns all records that are there, with their values by field. */
    Map<RecordRef, Map<String, Object>> contents() {
        Map<RecordRef, Map<String, Object>> contents = new LinkedHashMap<>();
        for (String type : TYPES) {
            for (CrmRecord record : life.account().records(type)) {
                Map<String, Object> fields = new TreeMap<>();
                record.fields().forEach((key, value) -> value.value().ifPresent(content -> fields.put(key, content)));
                contents.put(record.ref(), fields);
            }
        }
        return contents;
    }

    void stop() {
        migration.stop();
    }

    /** Keeps what the process would leave behind if it died now; it is stopped, and what it still does counts no more. */
    void kill() {
        if (next != null) {
            return;
        }
        Path workspace = folder.resolve("life-" + ++lives);
        try (Connection journal = DriverManager.getConnection(
                        "jdbc:sqlite:" + life.workspace().resolve("journal.db"));
                Statement statement = journal.createStatement()) {
            statement.execute("PRAGMA busy_timeout=60000");
            statement.execute("BEGIN IMMEDIATE");
            copy(workspace);
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        next = new Life(workspace, life.account().copy(), new LinkedHashMap<>(life.made()));
        migration.stop();
    }

    private void copy(Path workspace) {
        try (Stream<Path> files = Files.list(life.workspace())) {
            Files.createDirectories(workspace);
            for (Path file : files.filter(World::isDurable).sorted().toList()) {
                Files.copy(file, workspace.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDurable(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.endsWith("-shm") && !name.endsWith(".lock");
    }

    /** Ends the process in good order and begins another one. */
    void reopen() {
        migration.close();
        if (next != null) {
            life = next;
            next = null;
        }
        migration = open();
    }

    /** Calls a step without anything going wrong. */
    <R> R call(Function<Migration, R> step) {
        faults = Faults.none(this);
        return step.apply(migration);
    }

    /** Calls a step until it is at its end, whatever goes wrong on the way. */
    <R extends Report> R drive(Faults what, Function<Migration, R> step) {
        faults = what;
        for (int process = 1; process < 60; process++) {
            Optional<R> report = attempt(step);
            if (report.isPresent()) {
                faults = Faults.none(this);
                return report.get();
            }
        }
        throw new AssertionError("the step never comes to its end");
    }

    private <R extends Report> Optional<R> attempt(Function<Migration, R> step) {
        R report;
        try {
            report = step.apply(migration);
        } catch (RuntimeException e) {
            if (next == null) {
                throw e;
            }
            reopen();
            return Optional.empty();
        }
        if (next != null) {
            reopen();
            return Optional.empty();
        }
        StepResult result = report.result();
        return switch (result.completion()) {
            case STOPPED -> Optional.empty();
            case PARKED -> {
                assertThat(result.until()).as("when a parked step can go on").isPresent();
                clock.advanceTo(result.until().orElseThrow());
                yield Optional.empty();
            }
            default -> Optional.of(report);
        };
    }

    @Override
    public void close() {
        migration.close();
    }

    /** A clock that stands still until somebody waits. */
    private static final class SteppedClock extends Clock {

        private Instant now = Instant.parse("2026-01-05T10:00:00Z");

        synchronized void advanceTo(Instant moment) {
            now = moment.isAfter(now) ? moment : now;
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
