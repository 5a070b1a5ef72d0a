package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.SampleReport.FieldDiff;
import dev.crmmigration.engine.SampleReport.SampleRecord;
import dev.crmmigration.engine.SampleReport.Stratum;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the records that is written first, for a person to judge. */
class SampleTest {

    private static final int CUSTOMERS = 120;
    private static final int SIZE = 20;

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(CUSTOMERS);
        bench.policies.put("sampleSize", String.valueOf(SIZE));
    }

    private List<CrmRecord> persons() {
        return bench.account.records("person");
    }

    private static SampleReport sampled(Migration migration) {
        Bench.ready(migration);
        return migration.sample();
    }

    private static void decideAgain(Migration migration) {
        assertThat(migration.plan().questions()).isEmpty();
        migration.approve("ops@example.com");
        assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
    }

    private static List<String> effects(SampleReport sample) {
        return sample.records().stream().map(SampleRecord::effect).toList();
    }

    private static SampleRecord of(SampleReport sample, String source) {
        return sample.records().stream()
                .filter(record ->
                        record.source().equals(source) && record.effect().endsWith(source))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void writesAPartWithAllThatItRefersTo_andNothingElse() {
        try (Migration migration = bench.open()) {
            SampleReport sample = sampled(migration);

            assertThat(sample.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(sample.size()).isBetween((long) SIZE, SIZE + 2L);
            assertThat(sample.written()).isEqualTo(sample.size());
            assertThat(persons().size() + bench.account.records("company").size())
                    .isEqualTo((int) sample.size());
            Set<RecordRef> companies = bench.account.records("company").stream()
                    .map(CrmRecord::ref)
                    .collect(Collectors.toSet());
            assertThat(persons())
                    .isNotEmpty()
                    .allMatch(
                            person -> companies.contains(person.value("company").orElseThrow()));
        }
    }

    @Test
    void comparesEveryFieldWithItsSource() {
        try (Migration migration = bench.open()) {
            SampleReport sample = sampled(migration);

            assertThat(sample.records()).allMatch(record -> record.state().equals("EQUAL"));
            SampleRecord person = sample.records().stream()
                    .filter(record -> record.record().orElse("").startsWith("person:"))
                    .findFirst()
                    .orElseThrow();
            String name = "Customer " + person.source().substring("customer:".length());
            assertThat(person.fields())
                    .contains(new FieldDiff(
                            "name", "name", Map.of("name", name), Optional.of(name), Optional.of(name), "EQUAL", ""));
            assertThat(person.fields().toString()).doesNotContain(name);
        }
    }

    @Test
    void showsWhatTheDestinationDoesNotKeep() {
        try (Migration migration = bench.open()) {
            bench.account.after(write -> {
                persons().stream()
                        .filter(person -> person.value("name").isPresent())
                        .forEach(person -> bench.change(person, "name", null));
                return Optional.empty();
            });

            SampleReport sample = sampled(migration);

            assertThat(sample.result().reasons()).anyMatch(reason -> reason.contains("different"));
            assertThat(sample.records().stream()
                            .filter(record -> record.state().equals("DIFFERENT"))
                            .flatMap(record -> record.fields().stream())
                            .filter(field -> field.verdict().equals("NOT_STORED"))
                            .map(FieldDiff::field))
                    .isNotEmpty()
                    .containsOnly("name");
        }
    }

    @Test
    void showsEveryOwnerAndWhatWouldWait() {
        bench.source.add(Bench.customer(900).put("owner", "nobody@example.com").build());
        try (Migration migration = bench.open()) {
            SampleReport sample = sampled(migration);

            assertThat(sample.strata())
                    .anySatisfy(stratum -> {
                        assertThat(stratum.name()).isEqualTo("owner = nobody@example.com");
                        assertThat(stratum.records()).isEqualTo(1);
                        assertThat(stratum.sampled()).isEqualTo(1);
                    })
                    .noneMatch(Stratum::isUnfilled);
            assertThat(of(sample, "customer:900").state()).isEqualTo("HELD");
            assertThat(of(sample, "customer:900").reason()).isEqualTo("OWNER owner");
        }
    }

    @Test
    void choosesTheSame_forTheSameData() {
        try (Migration migration = bench.open()) {
            List<String> chosen = effects(sampled(migration));
            Bench other = new Bench(folder.resolve("other")).customers(CUSTOMERS);
            other.policies.put("sampleSize", String.valueOf(SIZE));
            try (Migration again = other.open()) {
                assertThat(effects(sampled(again))).isEqualTo(chosen);
            }
        }
    }

    @Test
    void keepsTheRunWaiting_untilSomebodyHasAccepted() {
        try (Migration migration = bench.open()) {
            sampled(migration);
            int there = persons().size();

            RunReport early = migration.run();
            assertThat(early.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(early.result().reasons()).singleElement().asString().contains("the sample of", "not accepted");
            assertThat(persons()).hasSize(there);

            assertThat(migration.acceptSample("ops@example.com").by()).isEqualTo("ops@example.com");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).doesNotHaveDuplicates().hasSize(CUSTOMERS);
            assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
        }
    }

    @Test
    void wantsASample_whenThePlanSaysSo() {
        bench.policies.put("sample", "required");
        try (Migration migration = bench.open()) {
            Bench.ready(migration);

            assertThat(migration.run().result().reasons())
                    .singleElement()
                    .asString()
                    .contains("call sample");
            assertThat(persons()).isEmpty();
        }
    }

    @Test
    void correctsWhatIsThere_whenThePlanWasCorrected() {
        try (Migration migration = bench.open()) {
            SampleReport first = sampled(migration);
            List<RecordRef> there = persons().stream().map(CrmRecord::ref).toList();
            migration.acceptSample("ops@example.com");
            bench.edit(plan ->
                    Bench.field(Bench.part(plan, "CustomerToPerson", 1), 0).put("value", "upper(name)"));
            decideAgain(migration);

            assertThat(migration.run().result().completion())
                    .as("a run of another plan")
                    .isEqualTo(Completion.WAITS);
            SampleReport second = migration.sample();

            assertThat(effects(second)).containsAll(effects(first));
            assertThat(persons().stream().map(CrmRecord::ref)).containsAll(there);
            assertThat(bench.names("person")).allMatch(name -> name.startsWith("CUSTOMER"));
            migration.acceptSample("ops@example.com");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).doesNotHaveDuplicates().hasSize(CUSTOMERS);
        }
    }

    @Test
    void isTakenBackAlone() {
        try (Migration migration = bench.open()) {
            SampleReport sample = sampled(migration);

            RollbackReport rollback = migration.rollback(Rollback.SAMPLE);

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted()).isEqualTo(sample.written());
            assertThat(persons()).isEmpty();
            assertThat(bench.account.records("company")).isEmpty();
            assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(effects(migration.sample())).isEqualTo(effects(sample));
            migration.acceptSample("ops@example.com");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).doesNotHaveDuplicates().hasSize(CUSTOMERS);
        }
    }

    @Test
    void cannotBeTakenBackAlone_onceTheRunHasBegun() {
        try (Migration migration = bench.open()) {
            sampled(migration);
            migration.acceptSample("ops@example.com");
            migration.run();

            assertThatThrownBy(() -> migration.rollback(Rollback.SAMPLE))
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("the run has begun");
            assertThat(migration.rollback().proven()).isTrue();
        }
    }

    @Test
    void goesOnWithTheSameRecords_whenTheBudgetIsGone() {
        AtomicInteger writes = new AtomicInteger();
        bench.account.before(write -> writes.incrementAndGet() == 5
                ? Optional.of(new WriteOutcome.Postponed(
                        write.effect(), bench.clock.instant().plus(Duration.ofHours(3)), Reason.BUDGET))
                : Optional.empty());
        List<Write> sent = new ArrayList<>();
        bench.account.after(write -> {
            sent.add(write);
            return Optional.empty();
        });
        try (Migration migration = bench.open()) {
            SampleReport parked = sampled(migration);
            assertThat(parked.result().completion()).isEqualTo(Completion.PARKED);
            bench.pass(Duration.ofHours(4));

            SampleReport sample = migration.sample();

            assertThat(effects(sample)).isEqualTo(effects(parked));
            assertThat(sent).extracting(Write::effect).doesNotHaveDuplicates().hasSize((int) sample.size());
        }
    }
}
