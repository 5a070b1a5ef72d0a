package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.RecordRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is mended after a run is carried out for what is not there yet, and for nothing else. */
class RepairTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(10);
    }

    /** Edits what nothing depends on, and goes on to a destination that is ready again. */
    private void mend(Migration migration) {
        bench.edit(plan ->
                Bench.field(Bench.part(plan, "CustomerToPerson", 1), 0).put("value", "replace(name, \"#\", \"\")"));
        assertThat(migration.plan().questions()).isEmpty();
        migration.approve("ops@example.com");
        assertThat(migration.status().phase()).isEqualTo("approved");
        assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
    }

    @Test
    void writesWhatWasRefused_andNothingTwice() {
        bench.source.add(Bench.customer(11).put("name", "Customer #11").build());
        bench.account.before(write -> Bench.creates(write, "Customer #11")
                ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "name", "BAD_NAME", "choose another"))
                : Optional.empty());
        try (Migration migration = bench.open()) {
            RunReport first = Bench.readyAndRun(migration);
            RunReport again = migration.run();
            mend(migration);
            RunReport mended = migration.run();

            assertThat(first.failed()).hasSize(1);
            assertThat(again.failed()).isEqualTo(first.failed());
            assertThat(mended.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(18);
            assertThat(bench.names("person")).hasSize(11).contains("Customer 11");
            assertThat(migration.verify().closed()).isTrue();
        }
    }

    @Test
    void leavesAnUndecidedAttemptAlone() {
        bench.destination.traits("person", ObjectTraits.written(4).withReadBack(ReadBack.NONE));
        bench.account.after(write -> Bench.creates(write, "Customer 4") ? Bench.doubt(write) : Optional.empty());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            mend(migration);
            RunReport mended = migration.run();

            assertThat(mended.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "IN_DOUBT", 1));
            assertThat(bench.account.creates()).isEqualTo(17);
        }
    }

    @Test
    void takesBackChildrenBeforeParents_whenAnAttemptWasInDoubtMeanwhile() {
        AtomicReference<Migration> open = new AtomicReference<>();
        AtomicBoolean stopped = new AtomicBoolean();
        bench.account.after(write -> {
            if (Bench.creates(write, "Customer 4") && stopped.compareAndSet(false, true)) {
                Objects.requireNonNull(open.get()).stop();
                return Bench.doubt(write);
            }
            return Optional.empty();
        });
        List<RecordRef> orphaned = Collections.synchronizedList(new ArrayList<>());
        try (Migration migration = bench.open()) {
            open.set(migration);
            RunReport first = Bench.readyAndRun(migration);
            mend(migration);
            RunReport mended = migration.run();
            bench.account.before(write -> {
                if (write instanceof Write.Delete delete) {
                    bench.account.records("person").stream()
                            .filter(person -> person.value("company").equals(Optional.of(delete.target())))
                            .forEach(person -> orphaned.add(person.ref()));
                }
                return Optional.empty();
            });

            assertThat(first.mappings())
                    .singleElement()
                    .satisfies(mapping -> assertThat(mapping.inDoubt()).isEqualTo(1));
            assertThat(mended.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(17);
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(orphaned).isEmpty();
        }
    }
}
