package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Attempt;
import dev.crmmigration.api.destination.RecordWriter;
import dev.crmmigration.api.destination.Resolution;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of attempts whose answer was lost. */
class RunDoubtTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(10);
    }

    private RunReport run() {
        try (Migration migration = bench.open()) {
            return Bench.readyAndRun(migration);
        }
    }

    private void assertEachOnce(RunReport run) {
        assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(run.resolved()).isPositive();
        assertThat(bench.account.creates()).isEqualTo(17);
        assertThat(bench.names("person")).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void writesEachOnce_whenTheWriterThrowsAfterItHasWritten() {
        AtomicInteger calls = new AtomicInteger();
        bench.destination.writer(writer -> batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            if (calls.incrementAndGet() % 3 == 0) {
                throw new IllegalStateException("the reply could not be parsed");
            }
            return outcomes;
        });

        assertEachOnce(run());
    }

    @Test
    void writesEachOnce_whenTheWriterBreaksDown() {
        AtomicInteger calls = new AtomicInteger();
        bench.destination.writer(writer -> batch -> {
            if (calls.incrementAndGet() % 4 == 0) {
                throw new StackOverflowError();
            }
            return writer.write(batch);
        });

        assertEachOnce(run());
    }

    @Test
    void writesEachOnce_whenTheWriterGivesAWrongNumberOfOutcomes() {
        ObjectTraits five = new ObjectTraits(5, 2, ReadBack.PAGES, Optional.empty(), false, Duration.ZERO, true);
        bench.destination.traits("person", five);
        AtomicBoolean wrong = new AtomicBoolean();
        bench.destination.writer(writer -> batch -> {
            List<WriteOutcome> outcomes = writer.write(batch);
            return batch.size() > 1 && wrong.compareAndSet(false, true) ? outcomes.subList(0, 1) : outcomes;
        });

        assertEachOnce(run());
        assertThat(wrong).isTrue();
    }

    @Test
    void givesUpAndSaysSo_whenOneIsNeverAnsweredAndNeverStored() {
        bench.account.before(write -> Bench.creates(write, "Customer 4") ? Bench.doubt(write) : Optional.empty());

        RunReport run = run();

        assertThat(run.failed()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "NEVER_ANSWERED", 1));
        assertThat(bench.account.records("person")).hasSize(9);
    }

    @Test
    void waitsUntilARecordMustBeVisible_beforeItSaysThatItIsNotThere() {
        bench.destination.traits("person", ObjectTraits.written(4).withVisibleAfter(Duration.ofMinutes(3)));
        AtomicBoolean lost = new AtomicBoolean();
        List<Instant> scans = Collections.synchronizedList(new ArrayList<>());
        bench.account.after(write -> Bench.creates(write, "Customer 4") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        bench.destination.reader(reader -> request -> {
            if (lost.get()) {
                scans.add(bench.clock.instant());
            }
            return reader.scan(request);
        });

        assertEachOnce(run());
        assertThat(scans).containsExactly(Bench.START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void holdsAnAttemptForAPerson_andNeverSendsItAgain_whenNothingCanBeReadBack() {
        bench.destination.traits("person", ObjectTraits.written(4).withReadBack(ReadBack.NONE));
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.after(write -> Bench.creates(write, "Customer 4") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            RunReport first = Bench.readyAndRun(migration);
            RunReport second = migration.run();
            migration.approve("ops@example.com");

            assertThat(first.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "IN_DOUBT", 1));
            assertThat(first.resolved()).isZero();
            assertThat(first.first())
                    .containsExactly(new RunReport.Ended("CustomerToPerson/customer:4", "HELD", "IN_DOUBT"));
            assertThat(second.held()).isEqualTo(first.held());
            assertThat(bench.account.creates()).isEqualTo(17);
        }
    }

    @Test
    void doesNotTakeARecordThatWasThereBeforeForItsOwn() {
        CrmRecord theirs =
                CrmRecord.builder("company", "c-1").put("name", "Company 1").build();
        bench.account.put(theirs);
        AtomicBoolean lost = new AtomicBoolean();
        bench.account.before(write -> Bench.creates(write, "Company 1") && lost.compareAndSet(false, true)
                ? Bench.doubt(write)
                : Optional.empty());
        try (Migration migration = bench.open()) {
            assertEachOnce(Bench.readyAndRun(migration));
            migration.rollback();

            assertThat(bench.account.records("company")).containsExactly(theirs);
        }
    }

    @Test
    void tellsRecordsApart_whenOneSaysLessThanTheOther() {
        bench.source.clear();
        for (int i = 0; i < 12; i++) {
            CrmRecord.Builder customer = CrmRecord.builder("customer", "id" + i).put("name", "Same");
            if (i % 2 == 0) {
                customer.put("company", "Company");
            }
            if (i % 3 == 0) {
                customer.put("hat", "bowler");
            }
            bench.source.add(customer.build());
        }
        bench.destination.field("person", AdjustableDestination.text("hat"));
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .part("company")
                        .to("company")
                        .derivedBy("company")
                        .set("name", "company")
                        .build())
                .part(Records.from("customer")
                        .to("person")
                        .set("name", "name")
                        .set("hat", "hat")
                        .set("company", "link(Customers, company)")
                        .build()));
        bench.account.after(write -> Bench.doubt(write)
                .filter(doubt -> write instanceof Write.Create create
                        && create.type().name().equals("person")));

        RunReport run = run();

        assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.account.creates()).isEqualTo(13);
    }

    @Test
    void asksTheConnectorWhenItSaysSo_whenAJobTookTheWrite() {
        List<Instant> asked = Collections.synchronizedList(new ArrayList<>());
        Instant ready = Bench.START.plus(Duration.ofMinutes(2));
        Instant sure = Bench.START.plus(Duration.ofMinutes(7));
        bench.account.after(write -> Bench.creates(write, "Customer 4")
                ? Optional.of(new WriteOutcome.Accepted(write.effect(), "job-1", ready))
                : Optional.empty());
        bench.destination.writer(writer -> resolving(writer, attempts -> {
            asked.add(bench.clock.instant());
            assertThat(attempts).extracting(Attempt::ticket).containsExactly(Optional.of("job-1"));
            return List.of(
                    bench.clock.instant().isBefore(sure)
                            ? new Resolution.AskAgain(sure)
                            : new Resolution.Happened(customer4(), WriteOutcome.How.CREATED));
        }));

        assertEachOnce(run());
        assertThat(asked).containsExactly(ready, sure);
    }

    private RecordRef customer4() {
        return bench.account.records("person").stream()
                .filter(person -> person.value("name").equals(Optional.of("Customer 4")))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    private static RecordWriter resolving(RecordWriter writer, Function<List<Attempt>, List<Resolution>> answer) {
        return new RecordWriter() {
            @Override
            public List<WriteOutcome> write(List<Write> batch) {
                return writer.write(batch);
            }

            @Override
            public Optional<List<Resolution>> resolve(List<Attempt> attempts, Predicate<RecordRef> claimed) {
                return Optional.of(answer.apply(attempts));
            }
        };
    }

    @Test
    void sendsAgainOrHolds_whenTheConnectorKnows() {
        AtomicInteger lost = new AtomicInteger();
        bench.account.before(write -> write instanceof Write.Create create
                        && create.type().name().equals("person")
                        && lost.getAndIncrement() < 2
                ? Bench.doubt(write)
                : Optional.empty());
        bench.destination.writer(writer -> resolving(
                writer,
                attempts -> attempts.stream()
                        .<Resolution>map(attempt ->
                                attempt.write().effect().source().id().equals("1")
                                        ? new Resolution.Undecidable("the log of the platform is gone")
                                        : new Resolution.DidNotHappen())
                        .toList()));
        bench.policies.put("strictCreationOrder", "person");

        RunReport run = run();

        assertThat(run.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "IN_DOUBT", 1));
        assertThat(bench.account.records("person")).hasSize(9);
    }

    @Test
    void holdsForAPerson_whenTheConnectorForgetsAnAttempt() {
        bench.account.after(write -> Bench.creates(write, "Customer 4") ? Bench.doubt(write) : Optional.empty());
        bench.destination.writer(writer -> resolving(writer, attempts -> List.of()));

        RunReport run = run();

        assertThat(run.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "IN_DOUBT", 1));
        assertThat(bench.account.creates()).isEqualTo(17);
    }
}
