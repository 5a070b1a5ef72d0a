package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.Reconciliation.Verified;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which platforms let records be read back, and what stays out of sight. */
class ReadBackTest {

    private static final ObjectType SEAT = ObjectType.of("seat");

    @TempDir
    Path folder;

    private Bench bench;
    private final List<ScanRequest> requests = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
        FieldDescription company = FieldDescription.builder("company", FieldType.REFERENCE)
                .refersTo(ObjectType.of("company"))
                .required()
                .build();
        bench.destination.object(
                "seat",
                ObjectTraits.written(4).withReadBack(ReadBack.BY_PARENT),
                AdjustableDestination.text("name"),
                company);
        bench.mappings(
                new AdjustableMapping("CompanyToCompany")
                        .part(Records.from("customer")
                                .to("company")
                                .derivedBy("normal(company)")
                                .set("name", "company")
                                .build()),
                new AdjustableMapping("CustomerToSeat")
                        .part(Records.from("customer")
                                .to("seat")
                                .set("name", "name")
                                .set("company", "link(CompanyToCompany, normal(company))")
                                .build()));
        bench.destination.reader(this::strict);
    }

    /** Answers only what a platform answers that knows seats by company. */
    private RecordReader strict(RecordReader reader) {
        return request -> {
            requests.add(request);
            List<CrmRecord> all = bench.account.records(request.type().name());
            List<CrmRecord> given = request.match(
                    every -> refuseSeats(request, all),
                    changed -> refuseSeats(request, all),
                    byIds -> all.stream()
                            .filter(record -> byIds.ids().contains(record.ref().id()))
                            .toList(),
                    ofParents ->
                            all.stream().filter(hangsOn(ofParents.parents())).toList());
            Iterator<List<CrmRecord>> pages = List.of(given).iterator();
            return () -> pages.hasNext() ? pages.next() : List.of();
        };
    }

    private static List<CrmRecord> refuseSeats(ScanRequest request, List<CrmRecord> all) {
        if (request.type().equals(SEAT)) {
            throw new IllegalArgumentException("seats can only be read by company or id");
        }
        return all;
    }

    private static Predicate<CrmRecord> hangsOn(List<RecordRef> parents) {
        return record -> record.value("company").filter(parents::contains).isPresent();
    }

    @Test
    void verifiesByParent_askingForEveryParentOnce() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            requests.clear();

            Reconciliation proof = migration.verify();

            assertThat(proof.verified()).contains(new Verified("seat", "BY_PARENT", 9, 9, 0, 0, 0, 0));
            assertThat(requests)
                    .filteredOn(ScanRequest.OfParents.class::isInstance)
                    .singleElement()
                    .satisfies(request -> assertThat(((ScanRequest.OfParents) request).parents())
                            .hasSize(7)
                            .doesNotHaveDuplicates());
            assertThat(migration.rollback().proven()).isTrue();
        }
    }

    @Test
    void findsTheRecordOfALostAnswerByItsParent() {
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> Bench.creates(write, "Customer 4") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(run.resolved()).isEqualTo(1);
            assertThat(bench.names("seat")).hasSize(9).doesNotHaveDuplicates();
        }
    }

    @Test
    void verifiesById() {
        bench.destination.traits("seat", ObjectTraits.written(4).withReadBack(ReadBack.BY_IDS));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.remove(bench.account.records("seat").get(3).ref());

            assertThat(migration.verify().verified()).contains(new Verified("seat", "BY_IDS", 9, 8, 0, 1, 0, 0));
        }
    }

    @Test
    void tellsWhatIsOutOfSightFromWhatIsMissing() {
        List<CrmRecord> taken = new ArrayList<>();
        bench.destination.reader(reader -> new RecordReader() {
            @Override
            public Pages scan(ScanRequest request) {
                return strict(reader).scan(request);
            }

            @Override
            public Presence presence(RecordRef ref) {
                return ref.equals(taken.get(0).ref()) ? Presence.HIDDEN : Presence.GONE;
            }
        });
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            taken.addAll(bench.account.records("seat").subList(2, 4));
            taken.forEach(record -> bench.account.remove(record.ref()));

            Reconciliation proof = migration.verify();

            assertThat(proof.verified()).contains(new Verified("seat", "BY_PARENT", 9, 7, 0, 1, 1, 0));
            assertThat(proof.result().reasons()).containsExactly("seat: 0 different, 1 missing, 1 not visible");
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::record, Reconciliation.Difference::kind)
                    .containsExactlyInAnyOrder(
                            tuple(taken.get(0).ref().toString(), "NOT VISIBLE"),
                            tuple(taken.get(1).ref().toString(), "MISSING"));
        }
    }
}
