package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Pricing;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.mapping.MappingPart.Records;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.AdjustableMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects are closed, each when its last record has an end; others wait for that only if somebody asks for it. */
class PhaseTest {

    @TempDir
    Path folder;

    private Bench bench;
    private final List<PhaseReport> closed = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void fill() {
        bench = bench("off");
    }

    private Bench bench(String name) {
        Bench made = new Bench(folder.resolve(name)).customers(30);
        made.listener = new MigrationListener() {
            @Override
            public void phaseClosed(PhaseReport report) {
                closed.add(report);
            }
        };
        return made;
    }

    private Bench strict() {
        bench.policies.put("phaseGate", "strict");
        return bench;
    }

    private RunReport run() {
        try (Migration migration = bench.open()) {
            return Bench.readyAndRun(migration);
        }
    }

    private static Optional<WriteOutcome> refused(Write write) {
        return Optional.of(WriteOutcome.Rejected.of(write.effect(), "name", "BAD_NAME", "choose another"));
    }

    @Test
    void reportsEveryObject_toTheListener_inTheWorkspace_andWithTheRun() {
        bench.source.add(
                Bench.customer(31).put("owner", "gone@example.com").build(),
                CrmRecord.builder("customer", "32")
                        .put("name", "Twice")
                        .put("email", "c1@example.com")
                        .build());
        bench.account.before(write -> Bench.creates(write, "Customer 8") ? refused(write) : Optional.empty());

        RunReport run = run();

        assertThat(run.phases())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("closedAt")
                .containsExactly(
                        new PhaseReport(
                                1,
                                "company",
                                1,
                                Bench.START,
                                7,
                                7,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                7,
                                Optional.empty(),
                                "not read back yet: verify does"),
                        new PhaseReport(
                                2,
                                "person",
                                1,
                                Bench.START,
                                31,
                                29,
                                0,
                                0,
                                0,
                                1,
                                1,
                                0,
                                1,
                                29,
                                Optional.empty(),
                                "not read back yet: verify does"));
        assertThat(run.phases()).allMatch(PhaseReport::matches);
        assertThat(closed).isEqualTo(run.phases());
        assertThat(bench.workspace.resolve("reports/phases/1-company.json"))
                .content()
                .contains("\"source\" : 7", "\"there\" : 7");
        assertThat(bench.workspace.resolve("reports/phases/2-person.json")).exists();
    }

    @Test
    void closesAnObject_whileOthersAreBeingWritten() {
        CountDownLatch companies = new CountDownLatch(1);
        bench.listener = new MigrationListener() {
            @Override
            public void phaseClosed(PhaseReport report) {
                companies.countDown();
            }
        };
        bench.account.before(
                write -> write.type().name().equals("person") && !opens(companies) ? refused(write) : Optional.empty());
        bench.source.clear();
        bench.source.add(Bench.customer(1).put("company", "Company 1").build());

        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
    }

    private static boolean opens(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void letsNothingWait_whenTheGateIsOff() {
        assertThat(personsBeforeTheLastCompany()).isPositive();
    }

    @Test
    void writesNoRecordBeforeWhatItRefersToIsClosed_whenTheGateIsStrict() {
        strict();

        assertThat(personsBeforeTheLastCompany()).isZero();
        assertThat(closed).extracting(PhaseReport::object).containsExactly("company", "person");
        assertThat(closed).extracting(PhaseReport::readBack).containsExactly(Optional.of(7L), Optional.of(30L));
    }

    private int personsBeforeTheLastCompany() {
        AtomicInteger companies = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        bench.destination.traits("company", ObjectTraits.written(1)).traits("person", ObjectTraits.written(1));
        bench.account.before(write -> {
            if (write.type().name().equals("company")) {
                companies.incrementAndGet();
            } else if (companies.get() < 7) {
                early.incrementAndGet();
            }
            return Optional.empty();
        });
        assertThat(run().result()).isEqualTo(StepResult.COMPLETE);
        return early.get();
    }

    @Test
    void endsInTheSameState_whetherTheGateIsOffOrStrict() {
        List<RunReport> runs = new ArrayList<>();
        List<List<String>> persons = new ArrayList<>();
        for (String gate : List.of("off", "strict")) {
            bench = bench(gate);
            bench.policies.put("phaseGate", gate);
            bench.source.add(Bench.customer(31)
                    .put("owner", "gone@example.com")
                    .put("company", "Company 31")
                    .build());
            AtomicInteger doubts = new AtomicInteger();
            bench.account.before(write -> Bench.creates(write, "Company 3") || Bench.creates(write, "Customer 8")
                    ? refused(write)
                    : Bench.creates(write, "Customer 9") && doubts.getAndIncrement() == 0
                            ? Bench.doubt(write)
                            : Optional.empty());
            runs.add(run());
            persons.add(bench.names("person").stream().sorted().toList());
        }

        assertThat(persons.get(0)).hasSize(25).isEqualTo(persons.get(1));
        assertThat(runs.get(1).mappings()).isEqualTo(runs.get(0).mappings());
        assertThat(runs.get(1).held())
                .isEqualTo(runs.get(0).held())
                .contains(new RunReport.ReasonCount("CustomerToPerson", "BLOCKED", 4));
        assertThat(runs.get(1).failed()).isEqualTo(runs.get(0).failed());
        assertThat(runs.get(1).result()).isEqualTo(runs.get(0).result());
        assertThat(runs.get(1).phases()).extracting(PhaseReport::source).containsExactly(8L, 31L);
    }

    @Test
    void waitsForAPerson_whenTheDestinationHoldsLess_andGoesOnWhenItIsAllThere() {
        strict();
        List<CrmRecord> lost = new ArrayList<>();
        bench.account.after(write -> {
            if (Bench.creates(write, "Company 3")) {
                lost.add(bench.account.records("company").stream()
                        .filter(record -> record.value("name").equals(Optional.of("Company 3")))
                        .findFirst()
                        .orElseThrow());
                bench.account.remove(lost.get(0).ref());
            }
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(run.result().reasons())
                    .singleElement()
                    .asString()
                    .startsWith("of 7 records of company that were written, 6 are in the lists of the destination.");
            assertThat(run.phases()).extracting(PhaseReport::matches).containsExactly(false);
            assertThat(bench.account.records("person")).isEmpty();
            assertThat(migration.run().result().completion()).isEqualTo(Completion.WAITS);

            bench.account.put(lost.get(0));
            RunReport again = migration.run();

            assertThat(again.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(again.phases()).hasSize(2).allMatch(PhaseReport::matches);
            assertThat(bench.account.records("person")).hasSize(30);
        }
    }

    @Test
    void readsNothingBackTwice_whenNothingHasChanged() {
        strict();
        AtomicInteger scans = new AtomicInteger();
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.destination.reader(reader -> request -> {
                scans.incrementAndGet();
                return reader.scan(request);
            });

            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(scans).hasValue(0);
            assertThat(closed).hasSize(2);
        }
    }

    @Test
    void waitsUntilWhatWasWrittenCanBeSeen_beforeItIsReadBack() {
        strict();
        bench.destination.traits("company", ObjectTraits.written(2).withVisibleAfter(Duration.ofMinutes(3)));

        run();

        assertThat(closed.get(0).closedAt()).isAfterOrEqualTo(Bench.START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void saysSo_whenAnObjectCannotBeReadPageByPage() {
        strict();
        bench.destination.traits("company", ObjectTraits.written(2).withReadBack(ReadBack.BY_IDS));

        RunReport run = run();

        assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(run.phases().get(0).readBack()).isEmpty();
        assertThat(run.phases().get(0).note()).startsWith("cannot be read back page by page");
        assertThat(run.phases().get(1).readBack()).contains(30L);
    }

    @Test
    void writesObjectsTogether_whenTheyReferToEachOther() {
        strict();
        bench.destination.field("company", AdjustableDestination.reference("contact", "person"));
        bench.mappings(
                new AdjustableMapping("Companies")
                        .part(Records.from("firm")
                                .to("company")
                                .set("name", "name")
                                .setOrLater("contact", "link(Persons, contact)")
                                .build()),
                new AdjustableMapping("Persons")
                        .part(Records.from("customer")
                                .to("person")
                                .set("name", "name")
                                .set("company", "link(Companies, firm)")
                                .build()));
        bench.policies.put("phaseGate", "strict");
        bench.source.clear();
        bench.source.add(
                CrmRecord.builder("firm", "1")
                        .put("name", "Firm 1")
                        .put("contact", "1")
                        .build(),
                Bench.customer(1).put("firm", "1").build());

        RunReport run = run();

        assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
        assertThat(bench.account.records("company").get(0).value("contact")).isPresent();
        assertThat(run.phases()).hasSize(2).allMatch(PhaseReport::matches);
    }

    @Test
    void closesAgain_whenADeltaHasTakenRecordsAway() {
        strict();
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(28);
            closed.clear();

            RunReport delta = migration.delta();

            assertThat(delta.result()).isEqualTo(StepResult.COMPLETE);
            PhaseReport persons = delta.phases().get(1);
            assertThat(persons.source()).isEqualTo(28);
            assertThat(persons.skipped()).isEqualTo(28);
            assertThat(persons.deleted()).isEqualTo(2);
            assertThat(persons.readBack()).contains(28L);
            assertThat(persons.matches()).isTrue();
        }
    }

    @Test
    void forecastsThePages_whenTheGateIsStrict() {
        bench.destination.pricing(new Pricing() {
            @Override
            public List<Allowance> allowances() {
                return List.of();
            }

            @Override
            public List<Cost> write(ObjectType type, Action action, int records) {
                return List.of(new Cost("daily", 10));
            }

            @Override
            public List<Cost> read(ScanRequest request, long records) {
                return List.of(new Cost("daily", 1000 + records));
            }
        });
        try (Migration migration = bench.open()) {
            long off = Bench.plan(migration).costs().get(0).run();
            bench.edit(plan -> Bench.choice(plan, "phaseGate").put("answer", "strict"));

            assertThat(migration.plan().costs().get(0).run() - off).isEqualTo(1007 + 1030);
        }
    }
}
