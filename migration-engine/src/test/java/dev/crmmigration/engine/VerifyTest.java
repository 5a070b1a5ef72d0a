package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Stored;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.Reconciliation.Difference;
import dev.crmmigration.engine.Reconciliation.FieldComparison;
import dev.crmmigration.engine.Reconciliation.Verified;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verification finds, and what it must not take for a difference. */
class VerifyTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private static CrmRecord renamed(CrmRecord record, String name) {
        CrmRecord.Builder builder = CrmRecord.builder(record.ref());
        record.fields().forEach((key, value) -> builder.put(key, value.value().orElseThrow()));
        return builder.put("name", name).build();
    }

    private CrmRecord person(int index) {
        return bench.account.records("person").get(index);
    }

    @Test
    void findsWhatIsMissing() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            CrmRecord gone = person(4);
            bench.account.remove(gone.ref());

            Reconciliation proof = migration.verify();

            assertThat(proof.closed()).isFalse();
            assertThat(proof.result())
                    .isEqualTo(
                            StepResult.of(Completion.BROKEN, List.of("person: 0 different, 1 missing, 0 not visible")));
            assertThat(proof.verified())
                    .containsExactly(
                            new Verified("company", "PAGES", 7, 7, 0, 0, 0, 0),
                            new Verified("person", "PAGES", 9, 8, 0, 1, 0, 0));
            assertThat(proof.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.record()).isEqualTo(gone.ref().toString());
                assertThat(difference.kind()).isEqualTo("MISSING");
            });
            assertThat(proof.roots())
                    .extracting(Reconciliation.Root::object, Reconciliation.Root::agrees)
                    .containsExactly(tuple("company", true), tuple("person", false));
        }
    }

    @Test
    void takesNoNoticeOfRecordsOfOthers() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.put(
                    CrmRecord.builder("person", "p-1").put("name", "Theirs").build());

            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void countsADeclaredLossAsSuch_andAnythingElseAsDifferent() {
        bench.destination.canonical(
                (field, value) -> field.key().equals("name") && value instanceof String text && text.length() > 6
                        ? Stored.losing(text.substring(0, 6), "truncated-6")
                        : Stored.as(value));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.put(renamed(person(0), "Custom"));
            bench.account.put(renamed(person(1), "Custer"));

            Reconciliation proof = migration.verify();

            assertThat(proof.fields())
                    .contains(
                            new FieldComparison("CustomerToPerson", "name", 16, 0, 15, 1),
                            new FieldComparison("CustomerToPerson", "company", 9, 9, 0, 0));
            assertThat(proof.differences())
                    .extracting(Difference::record, Difference::field, Difference::kind)
                    .containsExactly(tuple(person(1).ref().toString(), "name", "DIFFERENT"));
        }
    }

    @Test
    void saysWhichFieldIsNotStored() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            CrmRecord person = person(2);
            bench.account.put(CrmRecord.builder(person.ref())
                    .put("name", person.value("name").orElseThrow())
                    .put("company", person.value("company").orElseThrow())
                    .clear("owner")
                    .build());

            assertThat(migration.verify().differences())
                    .extracting(Difference::field, Difference::kind)
                    .containsExactly(tuple("owner", "NOT STORED"));
        }
    }

    @Test
    void countsARecordOnce_whenItMovesFromPageToPageMeanwhile() {
        bench.destination.reader(reader -> request -> {
            List<CrmRecord> all = bench.account.records(request.type().name());
            List<List<CrmRecord>> pages = new ArrayList<>();
            for (int from = 0; from < all.size(); from += 3) {
                pages.add(all.subList(Math.max(0, from - 1), Math.min(all.size(), from + 3)));
            }
            Iterator<List<CrmRecord>> next = pages.iterator();
            return () -> next.hasNext() ? next.next() : List.of();
        });
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.remove(person(8).ref());

            Reconciliation proof = migration.verify();

            assertThat(proof.verified()).contains(new Verified("person", "PAGES", 9, 8, 0, 1, 0, 0));
            assertThat(proof.fields()).contains(new FieldComparison("CustomerToPerson", "company", 8, 8, 0, 0));
        }
    }

    @Test
    void saysWhatCannotBeVerified() {
        bench.destination.traits("person", ObjectTraits.written(4).withReadBack(ReadBack.NONE));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            Reconciliation proof = migration.verify();

            assertThat(proof.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(proof.verified()).contains(new Verified("person", "NONE", 9, 0, 0, 0, 0, 9));
        }
    }

    @Test
    void closes_butWaits_whenRecordsAreHeld() {
        bench.source.add(Bench.customer(10).put("owner", "gone@example.com").build());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            Reconciliation proof = migration.verify();

            assertThat(proof.closed()).isTrue();
            assertThat(proof.result().completion()).isEqualTo(Completion.WAITS);
        }
    }

    @Test
    void forgetsWhatItFoundBefore_whenItIsDoneAgain() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            CrmRecord person = person(3);
            bench.account.remove(person.ref());
            Reconciliation broken = migration.verify();
            bench.account.put(person);

            assertThat(broken.closed()).isFalse();
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.status().phase()).isEqualTo("verified");
        }
    }
}
