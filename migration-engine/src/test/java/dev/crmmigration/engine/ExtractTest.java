package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read, what counts, what is put aside, and how an extraction goes on. */
class ExtractTest {

    private static final ObjectType CUSTOMER = ObjectType.of("customer");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    private Profile extract() {
        try (Migration migration = bench.open()) {
            return migration.extract();
        }
    }

    private static SourceEntry.Read row(int line, String id, String name, long version, Repair... repairs) {
        CrmRecord record = CrmRecord.builder("customer", id).put("name", name).build();
        return new SourceEntry.Read(record, new Origin("customers.csv", line), version, List.of(repairs));
    }

    private static SourceEntry.Quarantined bad(int line) {
        return new SourceEntry.Quarantined(
                CUSTOMER, new Origin("customers.csv", line), "email", "no-at-sign: mend the address");
    }

    @Test
    void takesTheHighestVersion_andTheLastOfEqualOnes() {
        bench.source
                .add(row(2, "1", "First", 0))
                .add(row(3, "1", "Second", 0))
                .add(row(4, "2", "Newest", 9))
                .add(row(5, "2", "Stale", 8));
        try (Migration migration = bench.open()) {
            Profile profile = migration.extract();
            Bench.readyAndRun(migration);

            assertThat(profile.files())
                    .containsExactly(new Profile.FileCount("customer", "customers.csv", 4, 2, 2, 0, true));
            assertThat(bench.names("person")).containsExactlyInAnyOrder("Second", "Newest");
        }
    }

    @Test
    void countsWhatIsSupersededWhereItStood_whenAKeyComesFromTwoFiles() {
        bench.source
                .add(new SourceEntry.Read(
                        CrmRecord.builder("customer", "1").put("name", "Old").build(),
                        new Origin("january.csv", 2),
                        0,
                        List.of()))
                .add(new SourceEntry.Read(
                        CrmRecord.builder("customer", "1").put("name", "New").build(),
                        new Origin("march.csv", 2),
                        0,
                        List.of()));

        assertThat(extract().files())
                .containsExactly(
                        new Profile.FileCount("customer", "january.csv", 1, 0, 1, 0, true),
                        new Profile.FileCount("customer", "march.csv", 1, 1, 0, 0, true));
    }

    @Test
    void putsBadRowsAside_andCountsThem() {
        bench.source.add(row(2, "1", "Ann", 0)).add(bad(3)).add(bad(7));

        Profile profile = extract();

        assertThat(profile.quarantined()).isEqualTo(2);
        assertThat(profile.quarantine())
                .containsExactly(
                        new Profile.QuarantinedRow(
                                "customer", "customers.csv", 3, "email", "no-at-sign: mend the address"),
                        new Profile.QuarantinedRow(
                                "customer", "customers.csv", 7, "email", "no-at-sign: mend the address"));
        assertThat(profile.files())
                .containsExactly(new Profile.FileCount("customer", "customers.csv", 3, 1, 0, 2, true));
    }

    @Test
    void countsRepairsByFieldAndRule() {
        Repair charset = new Repair("name", "windows-1252");
        bench.source
                .add(row(2, "1", "Ann", 0, charset))
                .add(row(3, "2", "Bob", 0, charset, new Repair("email", "null-word")))
                .add(row(4, "3", "Cid", 0));

        assertThat(extract().repairs())
                .containsExactly(
                        new Profile.RepairCount("customer", "customers.csv", "email", "null-word", 1),
                        new Profile.RepairCount("customer", "customers.csv", "name", "windows-1252", 2));
    }

    @Test
    void keepsWhatStoodThere_whereTheSourceSaysIt() {
        bench.source
                .add(row(2, "1", "Ann", 0, new Repair("name", "XL_WRAP", "=\"Ann\"")))
                .add(row(3, "2", "Bob", 0, new Repair("name", "null-word")));

        assertThat(extract().mended())
                .containsExactly(
                        new Profile.MendedCell("customer", "1", "customers.csv", 2, "name", "XL_WRAP", "=\"Ann\""));
        assertThat(extract().mended()).hasSize(1).asString().doesNotContain("Ann");
        assertThat(new Repair("name", "XL_WRAP", "=\"Ann\"")).asString().isEqualTo("Repair[name, XL_WRAP]");
    }

    @Test
    void profilesFillDuplicatesAndOwners() {
        bench.source.field(
                "customer", FieldDescription.builder("owner", FieldType.USER).build());
        bench.source.add(
                Bench.customer(1).put("owner", "Ann@example.com").build(),
                Bench.customer(2).put("owner", "ann@example.com ").build(),
                Bench.customer(1).put("email", "C2@example.com").build(),
                CrmRecord.builder("customer", "9").put("name", "No mail").build());

        Profile profile = extract();

        assertThat(profile.objects()).singleElement().satisfies(object -> {
            assertThat(object.records()).isEqualTo(3);
            assertThat(object.withoutEmail()).isEqualTo(1);
            assertThat(object.duplicatesByEmail()).isEqualTo(1);
            assertThat(object.fields())
                    .filteredOn(field -> field.field().equals("email"))
                    .singleElement()
                    .satisfies(field -> {
                        assertThat(field.type()).isEqualTo("TEXT");
                        assertThat(field.filled()).isEqualTo(2);
                        assertThat(field.found()).isEqualTo(Map.of("String", 2L));
                    });
        });
        assertThat(profile.owners()).containsExactly(new Profile.OwnerCount("customer", "ann@example.com", 1));
    }

    @Test
    void givesTheSameInTheEnd_whereverItWasInterrupted() {
        Profile whole = fill(bench, true);

        for (int page = 1; page <= whole.files().get(0).rows() / 3; page++) {
            for (boolean positions : new boolean[] {true, false}) {
                Bench other = new Bench(folder.resolve(page + " " + positions));
                fillEntries(other).source.pages(3, positions);
                int broken = page;
                AtomicBoolean failed = new AtomicBoolean();
                other.source.beforePage(number -> {
                    if (number == broken + 1 && failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("the disk was pulled out");
                    }
                });
                try (Migration migration = other.open()) {
                    assertThatThrownBy(migration::extract).hasMessage("the disk was pulled out");
                    assertThat(migration.status().phase()).isEqualTo("new");
                }
                try (Migration migration = other.open()) {
                    Profile resumed = migration.extract();

                    assertThat(resumed)
                            .as("after %d pages, positions %s", page, positions)
                            .isEqualTo(whole);
                }
            }
        }
    }

    private static Profile fill(Bench bench, boolean positions) {
        fillEntries(bench).source.pages(3, positions);
        try (Migration migration = bench.open()) {
            return migration.extract();
        }
    }

    private static Bench fillEntries(Bench bench) {
        for (int i = 1; i <= 10; i++) {
            bench.source.add(row(2 * i, String.valueOf(i % 8), "Name " + i, i % 3, new Repair("name", "null-word")));
            bench.source.add(bad(2 * i + 1));
        }
        bench.source.add(CrmRecord.builder("note", "n1").put("text", "Hello").build());
        return bench;
    }

    @Test
    void readsOnlyWhatIsMissing_whenItGoesOnAtAPosition() {
        bench.customers(20).source.pages(5, true);
        AtomicBoolean failed = new AtomicBoolean();
        bench.source.beforePage(number -> {
            if (number == 3 && failed.compareAndSet(false, true)) {
                throw new IllegalStateException("the disk was pulled out");
            }
        });
        try (Migration migration = bench.open()) {
            assertThatThrownBy(migration::extract).hasMessage("the disk was pulled out");
            int before = bench.source.pages();
            migration.extract();

            assertThat(bench.source.pages() - before)
                    .as("two pages and the end")
                    .isEqualTo(3);
        }
    }

    @Test
    void asksForThePageAgain_whenItMaySucceedLater() {
        bench.customers(20).source.pages(5, false);
        bench.source.beforePage(number -> {
            if (number == 2 || number == 3) {
                throw RetryableConnectorException.of("the list is busy", null);
            }
        });

        assertThat(extract().objects().get(0).records()).isEqualTo(20);
        assertThat(bench.clock.instant()).isAfter(Bench.START);
    }

    @Test
    void makesAnApprovalVoid_whenItIsDoneAgain() {
        bench.customers(3);
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            bench.source.add(Bench.customer(4).build());

            Profile again = migration.extract();
            Plan plan = migration.plan();

            assertThat(again.objects().get(0).records()).isEqualTo(4);
            assertThat(plan.approved()).isFalse();
            assertThatThrownBy(migration::prepare)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessage(
                            "prepare cannot be called now: the migration is planned. Next: read plan.json, answer its"
                                    + " questions, approve");
        }
    }

    @Test
    void leavesNothingApproved_whenItIsDoneAgainAndFails() {
        bench.customers(9).source.pages(3, true);
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");
            bench.source.beforePage(number -> {
                throw new IllegalStateException("the disk was pulled out");
            });

            assertThatThrownBy(migration::extract).hasMessage("the disk was pulled out");
            assertThatThrownBy(migration::prepare)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessage("prepare cannot be called now: the migration is new. Next: extract");
        }
    }

    @Test
    void endsSoonAndGoesOn_whenItIsStopped() {
        bench.customers(20).source.pages(5, true);
        AtomicReference<Migration> open = new AtomicReference<>();
        bench.source.beforePage(number -> {
            if (number == 2) {
                Objects.requireNonNull(open.get()).stop();
            }
        });
        try (Migration migration = bench.open()) {
            open.set(migration);
            Profile stopped = migration.extract();
            Profile whole = migration.extract();

            assertThat(stopped.result())
                    .isEqualTo(StepResult.of(
                            Completion.STOPPED, List.of("stopped on request; call extract again to go on")));
            assertThat(whole.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(whole.objects().get(0).records()).isEqualTo(20);
        }
    }
}
