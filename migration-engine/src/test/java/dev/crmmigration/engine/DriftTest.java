package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.destination.LastChange;
import dev.crmmigration.api.destination.LastChange.By;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Drift.Change;
import dev.crmmigration.engine.Drift.ObjectDrift;
import dev.crmmigration.engine.toy.AdjustableDestination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftTest {

    @TempDir
    Path folder;

    private Bench bench;
    private final Map<RecordRef, LastChange> changes = new HashMap<>();

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
        bench.destination.lastChange(
                record -> Optional.of(changes.getOrDefault(record.ref(), new LastChange(Bench.START, By.UNKNOWN))));
    }

    /** Changes a field an hour after the cutover; without saying who, the platform knows nothing of it. */
    private RecordRef change(String name, String field, @Nullable String value, @Nullable By by) {
        CrmRecord record = bench.person(name);
        bench.change(record, field, value);
        if (by != null) {
            changes.put(record.ref(), new LastChange(Bench.START.plus(Duration.ofHours(1)), by));
        }
        return record.ref();
    }

    private static ObjectDrift persons(Drift drift) {
        return drift.objects().stream()
                .filter(object -> object.object().equals("person"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsNothing_whenEverythingIsAsItWasLeft() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);

            Drift drift = migration.drift();

            assertThat(drift.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(drift.since()).contains(Bench.START);
            assertThat(drift.hypercareUntil()).contains(Bench.START.plus(Duration.ofDays(3)));
            assertThat(persons(drift)).isEqualTo(new ObjectDrift("person", "PAGES", 9, 9, 0, 0, 0, 0, 0, 0, 0, 0));
            assertThat(drift.fields())
                    .isNotEmpty()
                    .allMatch(field -> field.kinds().keySet().equals(Set.of("AS_LEFT")));
        }
    }

    @Test
    void tellsPeopleAppsAndLossesApart() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            String byPeople =
                    change("Customer 1", "name", "Edited 1", By.PERSON).toString();
            String byApp = change("Customer 2", "name", "Edited 2", By.APP).toString();
            String bySomebody =
                    change("Customer 3", "name", "Edited 3", By.UNKNOWN).toString();
            String cleared = change("Customer 4", "company", null, By.PERSON).toString();
            String lost = change("Customer 5", "company", null, null).toString();
            String garbled = change("Customer 6", "name", "Custom", null).toString();
            String gone = bench.person("Customer 7").ref().toString();
            bench.account.remove(bench.person("Customer 7").ref());
            bench.account.put(
                    CrmRecord.builder("person", "900").put("name", "New").build());

            Drift drift = migration.drift();

            assertThat(persons(drift)).isEqualTo(new ObjectDrift("person", "PAGES", 9, 2, 2, 1, 1, 2, 1, 0, 0, 1));
            assertThat(drift.first())
                    .extracting(Change::record, Change::field, Change::kind)
                    .containsExactlyInAnyOrder(
                            tuple(byPeople, "name", "PEOPLE"),
                            tuple(byApp, "name", "APPS"),
                            tuple(bySomebody, "name", "OTHERS"),
                            tuple(cleared, "company", "PEOPLE"),
                            tuple(lost, "company", "LOST"),
                            tuple(garbled, "name", "LOST"),
                            tuple(gone, "", "MISSING"));
            assertThat(drift.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(drift.result().reasons())
                    .hasSize(2)
                    .anyMatch(reason -> reason.startsWith("2 record(s) have lost a value"))
                    .anyMatch(reason -> reason.startsWith("1 record(s) are missing"));
        }
    }

    @Test
    void saysByOthers_whenThePlatformTellsNothing() {
        bench.destination.lastChange(record -> Optional.empty());
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            change("Customer 1", "name", "Edited 1", null);
            change("Customer 2", "company", null, null);

            ObjectDrift persons = persons(migration.drift());

            assertThat(persons.others()).isEqualTo(1);
            assertThat(persons.lost()).isEqualTo(1);
        }
    }

    @Test
    void seesWhatPeopleHaveAdded_toFieldsThatWereNotWritten() {
        bench.destination.field("person", AdjustableDestination.text("note"));
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            String ref =
                    change("Customer 1", "note", "called on Monday", By.PERSON).toString();

            Drift drift = migration.drift();

            assertThat(persons(drift).people()).isEqualTo(1);
            assertThat(drift.first()).containsExactly(new Change("CustomerToPerson/customer:1", ref, "", "PEOPLE"));
            assertThat(drift.result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void leavesTheProofAsItWas_andKeepsEveryCheck() throws IOException {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
            String proof = Files.readString(bench.workspace.resolve("reports/reconciliation.json"));
            migration.drift();
            bench.pass(Duration.ofDays(1));
            change("Customer 1", "name", "Edited 1", By.PERSON);

            Drift second = migration.drift();

            assertThat(second.checks())
                    .containsExactly(
                            new Drift.Check(Bench.START, 16, 0, 0, 0, 0, 0),
                            new Drift.Check(Bench.START.plus(Duration.ofDays(1)), 15, 1, 0, 0, 0, 0));
            assertThat(Files.readString(bench.workspace.resolve("reports/reconciliation.json")))
                    .isEqualTo(proof);
            assertThat(Files.readAllLines(bench.workspace.resolve("reports/hypercare.jsonl")))
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"kind\":\"check\""));
        }
    }

    @Test
    void mayBeCalledBetweenVerificationAndCutover() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.freeze("ops@example.com");
            migration.delta();
            migration.verify();

            migration.drift();

            assertThat(migration.cutover("owner@example.com").result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void goesOnWhereItStood_whenItWasStopped() {
        try (Migration migration = bench.open()) {
            Bench.cutOver(migration);
        }
        int[] companies = {0};
        bench.destination.reader(reader -> request -> {
            companies[0] += request.type().name().equals("company") ? 1 : 0;
            return reader.scan(request);
        });
        Migration[] open = {null};
        bench.listener = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                if (progress.object().equals("company") && companies[0] == 1) {
                    open[0].stop();
                }
            }
        };
        try (Migration migration = bench.open()) {
            open[0] = migration;
            assertThat(migration.drift().result().completion()).isEqualTo(Completion.STOPPED);
        }
        bench.listener = MigrationListener.NONE;
        try (Migration migration = bench.open()) {
            assertThat(migration.drift().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.drift().checks()).hasSize(2);
        }
    }
}
