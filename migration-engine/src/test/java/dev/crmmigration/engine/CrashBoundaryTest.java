package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.mapping.ObjectMapping;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Boundaries.Killed;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.internal.store.StoreException;
import dev.crmmigration.engine.toy.AdjustableMapping;
import dev.crmmigration.engine.toy.ToySchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At whatever boundary of its journal a process dies, the next one ends with the truth of the account as it should be. */
@Tag("crash")
class CrashBoundaryTest {

    private static final int PERSONS = 9;
    private static final int COMPANIES = 7;
    /** So many kills lie between what the journal knows and what the account holds when the journal is not protected. */
    private static final int SHIFT = 5;

    private static final ObjectType PERSON = ObjectType.of("person");

    @TempDir
    Path folder;

    private Bench bench;
    private final ToySchema schema = new ToySchema();
    private Boundaries boundaries;

    @BeforeAll
    static void watchCommits() {
        CommitWatch.install();
    }

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(PERSONS);
        bench.account.put(
                CrmRecord.builder("person", "p-1").put("name", "Theirs").build());
        bench.destination.schema(schema).preflight(Boundaries.PROBING);
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .part("company")
                        .to("company")
                        .derivedBy("normal(company)")
                        .set("name", "company")
                        .build())
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("company", "link(Customers, normal(company))")
                        .set("Hat", "email")
                        .needs(SchemaElement.field(PERSON, "Hat", FieldType.TEXT))
                        .build()));
        boundaries = new Boundaries(bench, schema, folder, 42);
    }

    private List<Killed> killedWhile(Consumer<Migration> before, Consumer<Migration> step) {
        try (Migration migration = bench.open()) {
            before.accept(migration);
            return boundaries.of(migration, step);
        }
    }

    private static void approved(Migration migration) {
        assertThat(Bench.plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
    }

    private static void ran(Migration migration) {
        Bench.ready(migration);
        migration.run();
    }

    private static void verified(Migration migration) {
        ran(migration);
        migration.verify();
    }

    @Test
    void bringsEachRecordOnce_whereverPrepareIsKilled() {
        List<Killed> kills = killedWhile(CrashBoundaryTest::approved, Migration::prepare);

        assertThat(kills).hasSizeGreaterThan(25);
        kills.parallelStream().forEach(left -> {
            try (Migration migration = left.bench().open()) {
                assertThat(migration.prepare().result()).as(left.moment()).isEqualTo(StepResult.COMPLETE);
                assertThat(left.schema().made()).as(left.moment()).isEqualTo(1);
                bringsAllAndTakesItBack(left, migration);
            }
        });
    }

    @Test
    void bringsEachRecordOnce_whereverTheRunIsKilled() {
        List<Killed> kills = killedWhile(Bench::ready, Migration::run);

        assertThat(kills).hasSizeGreaterThan(25);
        kills.parallelStream().forEach(left -> {
            try (Migration migration = left.bench().open()) {
                bringsAllAndTakesItBack(left, migration);
            }
        });
    }

    @Test
    void findsTheSame_whereverTheVerificationIsKilled() {
        List<Reconciliation> whole = new ArrayList<>();
        List<Killed> kills = killedWhile(CrashBoundaryTest::ran, migration -> whole.add(migration.verify()));

        assertThat(kills).hasSizeGreaterThan(15);
        assertThat(whole.get(0).closed()).isTrue();
        kills.parallelStream().forEach(left -> {
            try (Migration migration = left.bench().open()) {
                assertThat(migration.verify()).as(left.moment()).isEqualTo(whole.get(0));
                assertHoldsEachOnce(left, migration.report());
            }
        });
    }

    @Test
    void takesEverythingBack_whereverTheRollbackIsKilled() {
        List<Killed> kills = killedWhile(CrashBoundaryTest::verified, Migration::rollback);

        assertThat(kills).hasSizeGreaterThan(25);
        kills.parallelStream().forEach(left -> {
            try (Migration migration = left.bench().open()) {
                assertTakesItBack(left, migration);
            }
        });
    }

    @Test
    void losesNothing_whereverTheDiskIsFull() {
        Kills prepared = new Kills(bench, folder.resolve("prepared"));
        List<Killed> fullDisks = new ArrayList<>();
        try (Migration migration = bench.open()) {
            Bench.ready(migration);
            for (int commit = 1; commit <= 25; commit++) {
                prepared.here();
                fullDisks.add(new Killed(
                        "disk full at commit " + commit, prepared.remains().get(commit - 1), schema.copy()));
            }
        }
        AtomicInteger failed = new AtomicInteger();
        IntStream.range(0, fullDisks.size()).parallel().forEach(index -> {
            Killed left = fullDisks.get(index);
            left.bench().destination.schema(left.schema()).preflight(Boundaries.PROBING);
            FullDisk disk = new FullDisk(index + 1);
            CommitWatch.watch(left.bench().workspace, disk);
            try (Migration migration = left.bench().open()) {
                migration.run();
            } catch (StoreException e) {
                failed.incrementAndGet();
                assertThat(e).hasMessageContaining("Check the disk");
            }
            CommitWatch.unwatch(left.bench().workspace);
            try (Migration migration = left.bench().open()) {
                bringsAllAndTakesItBack(left, migration);
            }
        });
        assertThat(failed).as("runs that found the disk full").hasValueGreaterThan(10);
    }

    /** Lets the journal grow no more from a commit on: either the commit fails, or the next change that needs room. */
    private static final class FullDisk implements CommitWatch.Watcher {
        private final int from;
        private int commits;

        FullDisk(int from) {
            this.from = from;
        }

        @Override
        public void beforeCommit(Connection journal) throws SQLException {
            commits++;
            if (commits >= from && from % 2 == 0) {
                throw new SQLException("database or disk is full");
            }
            if (commits == from) {
                try (Statement statement = journal.createStatement()) {
                    statement.execute("PRAGMA max_page_count=1");
                }
            }
        }

        @Override
        public void afterCommit() {}
    }

    /** Without the journal's last commits, the suite must find what it is there to find. */
    @Test
    void findsRecordsTwice_whenTheJournalForgetsItsLastCommits() {
        List<Killed> kills = killedWhile(Bench::ready, Migration::run);
        List<Killed> forgetful = new ArrayList<>();
        for (int i = SHIFT; i < kills.size(); i++) {
            Killed left = kills.get(i);
            Killed before = kills.get(i - SHIFT);
            Bench mixed = new Bench(
                    copy(before.bench().workspace), left.bench().account.copy());
            mixed.mappings(bench.mappings.toArray(ObjectMapping[]::new));
            mixed.destination.schema(left.schema());
            forgetful.add(new Killed("forgetful " + left.moment(), mixed, left.schema()));
        }

        List<String> found = forgetful.parallelStream()
                .flatMap(left -> {
                    try (Migration migration = left.bench().open()) {
                        migration.run();
                        return violations(left.bench()).stream();
                    }
                })
                .toList();

        assertThat(found).hasSizeGreaterThan(forgetful.size() / 2).allMatch(violation -> violation.endsWith("x 2"));
    }

    private static Path copy(Path workspace) {
        Path copy = workspace.resolveSibling("forgetful-" + workspace.getFileName());
        try (Stream<Path> files = Files.list(workspace)) {
            Files.createDirectories(copy);
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bringsAllAndTakesItBack(Killed left, Migration migration) {
        RunReport run = migration.run();
        assertThat(run.result()).as(left.moment()).isEqualTo(StepResult.COMPLETE);
        assertHoldsEachOnce(left, run);
        assertThat(migration.verify().closed()).as(left.moment()).isTrue();
        assertTakesItBack(left, migration);
    }

    private static void assertHoldsEachOnce(Killed left, RunReport report) {
        assertThat(violations(left.bench())).as(left.moment()).isEmpty();
        assertThat(report.mappings().stream().mapToLong(MappingCounts::created).sum())
                .as(left.moment())
                .isEqualTo(PERSONS + COMPANIES);
        assertThat(report.mappings()).as(left.moment()).allMatch(MappingCounts::closes);
    }

    private static void assertTakesItBack(Killed left, Migration migration) {
        RollbackReport rollback = migration.rollback();
        assertThat(rollback.proven()).as(left.moment()).isTrue();
        assertThat(rollback.deleted() + rollback.alreadyGone())
                .as(left.moment())
                .isEqualTo(PERSONS + COMPANIES);
        assertThat(left.bench().names("person")).as(left.moment()).containsExactly("Theirs");
        assertThat(left.bench().names("company")).as(left.moment()).isEmpty();
        assertThat(left.schema().labels()).as(left.moment()).isEmpty();
        assertThat(migration.verifyAudit().result()).as(left.moment()).isEqualTo(StepResult.COMPLETE);
    }

    /** Compares the account with what it should hold; names what is there twice or not at all. */
    private static List<String> violations(Bench bench) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= PERSONS; i++) {
            expectOnce("Customer " + i, bench.names("person"), found);
        }
        for (int i = 0; i < COMPANIES; i++) {
            expectOnce("Company " + i, bench.names("company"), found);
        }
        new TreeSet<>(bench.names("company"))
                .stream().filter(name -> !name.startsWith("Company")).forEach(found::add);
        return found;
    }

    private static void expectOnce(String name, List<String> names, List<String> found) {
        long count = names.stream().filter(name::equals).count();
        if (count != 1) {
            found.add(name + " x " + count);
        }
    }
}
