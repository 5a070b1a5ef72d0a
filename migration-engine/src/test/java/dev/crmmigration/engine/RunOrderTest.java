package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order records are created, and how many in one call. */
class RunOrderTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(folder);
    }

    private RunReport run() {
        try (Migration migration = bench.open()) {
            return Bench.readyAndRun(migration);
        }
    }

    private static List<String> customers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "Customer " + i).toList();
    }

    @Test
    void createsOneAtATimeInTheOrderOfTheSource_whenThatIsAskedFor() {
        bench.customers(30);
        bench.policies.put("strictCreationOrder", "person, company,person");
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> most = Collections.synchronizedList(new ArrayList<>());
        bench.destination.writer(writer -> batch -> {
            boolean person = batch.get(0).type().name().equals("person");
            most.add(person ? atOnce.incrementAndGet() : 0);
            List<WriteOutcome> outcomes = writer.write(batch);
            atOnce.addAndGet(person ? -1 : 0);
            return outcomes;
        });

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.names("person")).isEqualTo(customers(30));
        assertThat(most).allMatch(together -> together <= 1);
    }

    @Test
    void keepsTheStrictOrder_whenSomeHaveNothingToWaitFor() {
        for (int i = 1; i <= 12; i++) {
            CrmRecord.Builder customer = Bench.customer(i);
            bench.source.add((i % 3 == 0 ? customer.put("company", "Company " + i) : customer).build());
        }
        bench.policies.put("strictCreationOrder", "person");

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.names("person")).isEqualTo(customers(12));
    }

    @Test
    void keepsTheStrictOrder_whenOneIsPutOffOrInDoubt() {
        bench.customers(12);
        bench.policies.put("strictCreationOrder", "person");
        AtomicInteger third = new AtomicInteger();
        AtomicInteger seventh = new AtomicInteger();
        Instant later = Bench.START.plus(Duration.ofSeconds(20));
        bench.account.before(write -> {
            if (Bench.creates(write, "Customer 3") && third.getAndIncrement() == 0) {
                return Optional.of(new WriteOutcome.Postponed(write.effect(), later, Reason.BURST));
            }
            return Bench.creates(write, "Customer 7") && seventh.getAndIncrement() == 0
                    ? Bench.doubt(write)
                    : Optional.empty();
        });

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.names("person")).isEqualTo(customers(12));
    }

    @Test
    void passesOverWhatWaits_whenTheOrderIsStrict() {
        bench.customers(12);
        bench.source.add(Bench.customer(5).put("owner", "gone@example.com").build());
        bench.policies.put("strictCreationOrder", "person");
        bench.account.before(write -> Bench.creates(write, "Company 2")
                ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "name", "BAD_NAME", "choose another"))
                : Optional.empty());

        RunReport run = run();

        assertThat(run.held())
                .containsExactlyInAnyOrder(
                        new RunReport.ReasonCount("CustomerToPerson", "BLOCKED", 2),
                        new RunReport.ReasonCount("CustomerToPerson", "OWNER owner", 1));
        assertThat(bench.names("person"))
                .containsExactly(
                        "Customer 1",
                        "Customer 3",
                        "Customer 4",
                        "Customer 6",
                        "Customer 7",
                        "Customer 8",
                        "Customer 10",
                        "Customer 11",
                        "Customer 12");
    }

    @Test
    void asksWhichObjectIsMeant_whenAStrictOneIsNotWritten() {
        bench.customers(1);
        bench.policies.put("strictCreationOrder", "persons");
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .containsExactly(new Plan.Question(
                            "choices: strictCreationOrder",
                            "the plan writes no object persons. Name some of company, person, or none"));
        }
    }

    @Test
    void createsInTheOrderOfTheExpressions_thenOfTheIds() {
        bench.source.add(
                ordered("9", new BigDecimal("-2.5")),
                ordered("10", new BigDecimal("-10")),
                ordered("2", new BigDecimal("100")),
                ordered("11", new BigDecimal("9")),
                ordered("3", new BigDecimal("9")),
                ordered("4", new BigDecimal("0.5")),
                CrmRecord.builder("customer", "1").put("name", "1").build());
        oneAtATime();

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.names("person")).containsExactly("10", "9", "4", "3", "11", "2", "1");
    }

    private static CrmRecord ordered(String id, BigDecimal rank) {
        return CrmRecord.builder("customer", id)
                .put("name", id)
                .put("rank", rank)
                .build();
    }

    private void oneAtATime() {
        bench.destination.traits("person", ObjectTraits.written(1)).traits("company", ObjectTraits.written(1));
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .orderBy("rank")
                        .set("name", "name")
                        .build()));
    }

    @Test
    void asksAboutAnOrderThatCannotBeWorkedOut() {
        bench.source.add(
                CrmRecord.builder("customer", "1")
                        .put("name", "One")
                        .put("rank", 1L)
                        .build(),
                CrmRecord.builder("customer", "2")
                        .put("name", "Two")
                        .put("rank", "first")
                        .build());
        bench.mappings(new AdjustableMapping("Customers")
                .part(Records.from("customer")
                        .to("person")
                        .orderBy("plus(rank, 1)")
                        .sameAs("lower(minutes(rank))")
                        .set("name", "name")
                        .build()));
        try (Migration migration = bench.open()) {
            assertThat(Bench.plan(migration).questions())
                    .isNotEmpty()
                    .allSatisfy(question -> assertThat(question.question())
                            .startsWith("a key or an order of 1 records cannot be worked out: Customers: "));
        }
    }

    @Test
    void sendsBatches_andTheOthersArrive_whenOneOfABatchIsRefused() {
        bench.customers(12);
        ObjectTraits five = new ObjectTraits(5, 1, ReadBack.PAGES, Optional.empty(), false, Duration.ZERO, true);
        bench.destination.traits("person", five).traits("company", five);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        List<Integer> objects = Collections.synchronizedList(new ArrayList<>());
        bench.destination.writer(writer -> batch -> {
            sizes.add(batch.size());
            objects.add((int) batch.stream().map(Write::type).distinct().count());
            return writer.write(batch);
        });
        bench.account.before(write -> Bench.creates(write, "Customer 3")
                ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "name", "BAD_NAME", "choose another"))
                : Optional.empty());

        RunReport run = run();

        assertThat(run.failed()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "BAD_NAME (name)", 1));
        assertThat(bench.account.records("person")).hasSize(11);
        assertThat(sizes).allMatch(size -> size <= 5).anyMatch(size -> size > 1);
        assertThat(objects).containsOnly(1);
    }

    @Test
    void fillsEveryCall_howeverManyRecordsGoIntoOne() {
        ObjectTraits fifty = new ObjectTraits(50, 2, ReadBack.PAGES, Optional.empty(), false, Duration.ZERO, true);
        bench.destination.traits("person", fifty);
        for (int i = 1; i <= 130; i++) {
            bench.source.add(CrmRecord.builder("customer", "id" + i)
                    .put("name", "Customer " + i)
                    .build());
        }
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        bench.destination.writer(writer -> batch -> {
            sizes.add(batch.size());
            return writer.write(batch);
        });

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(sizes).containsExactlyInAnyOrder(50, 50, 30);
        assertThat(bench.names("person")).containsExactlyInAnyOrderElementsOf(customers(130));
    }
}
