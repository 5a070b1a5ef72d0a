package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.toy.ToySchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of its source that every record carries where its object can have one. */
class SourceKeyTest {

    private static final String KEY = "cf1";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void giveRoom() {
        bench = new Bench(folder).customers(9);
        bench.destination.schema(new ToySchema());
        bench.destination.traits("person", ObjectTraits.written(4).withKeyField("Source key"));
    }

    private List<Object> keys() {
        return bench.account.records("person").stream()
                .map(person -> person.value(KEY).orElseThrow())
                .toList();
    }

    @Test
    void isMadeAndFilledAndVerified() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            assertThat(keys()).hasSize(9).doesNotHaveDuplicates().contains("CustomerToPerson:1", "CustomerToPerson:9");
            assertThat(bench.account.records("company").get(0).fields()).containsOnlyKeys("name");
            Reconciliation proof = migration.verify();
            assertThat(proof.closed()).isTrue();
            assertThat(proof.fields())
                    .contains(new Reconciliation.FieldComparison("CustomerToPerson", "Source key", 9, 9, 0, 0));
        }
    }

    @Test
    void isNotMade_whenTheCustomerDoesNotWantIt() {
        bench.policies.put("sourceKeyField", "off");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);

            assertThat(bench.account.records("person"))
                    .hasSize(9)
                    .allSatisfy(person -> assertThat(person.fields()).doesNotContainKey(KEY));
        }
    }

    @Test
    void findsTheRecordOfALostAnswer_whenSomebodyHasChangedItMeanwhile() {
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> Bench.creates(write, "Customer 4") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        bench.destination.reader(reader -> request -> {
            rename("Customer 4", "Somebody else");
            return reader.scan(request);
        });
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(lost).isTrue();
            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(run.resolved()).isEqualTo(1);
            assertThat(keys()).hasSize(9).doesNotHaveDuplicates();
        }
    }

    private void rename(String from, String to) {
        bench.account.records("person").stream()
                .filter(person -> person.value("name").equals(Optional.of(from)))
                .forEach(person -> {
                    CrmRecord.Builder changed = CrmRecord.builder(person.ref());
                    person.fields()
                            .forEach((key, value) ->
                                    changed.put(key, value.value().orElseThrow()));
                    bench.account.put(changed.put("name", to).build());
                });
    }
}
