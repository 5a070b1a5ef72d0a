package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.RollbackReport.Kept;
import dev.crmmigration.engine.toy.AdjustableDestination;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rollback takes back, what it keeps, and how it goes on. */
class RollbackTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private RecordRef person(int index) {
        return bench.account.records("person").get(index).ref();
    }

    private RecordRef companyOf(RecordRef person) {
        return bench.account.records("person").stream()
                .filter(record -> record.ref().equals(person))
                .findFirst()
                .flatMap(record -> record.value("company"))
                .map(RecordRef.class::cast)
                .orElseThrow();
    }

    private static boolean deletes(Write write, RecordRef ref) {
        return write instanceof Write.Delete delete && delete.target().equals(ref);
    }

    private void assertNothingIsLeft() {
        assertThat(bench.account.records("person")).isEmpty();
        assertThat(bench.account.records("company")).isEmpty();
    }

    @Test
    void countsWhatOthersHaveTakenAwayAlready() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.remove(person(2));

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted()).isEqualTo(15);
            assertThat(rollback.alreadyGone()).isEqualTo(1);
            assertNothingIsLeft();
        }
    }

    @Test
    void keepsARecordWithAllThatItNeeds_whenARecordOfOthersRefersToIt() {
        bench.destination.object(
                "deal",
                ObjectTraits.written(4),
                AdjustableDestination.text("title"),
                AdjustableDestination.reference("person", "person"));
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            RecordRef person = person(2);
            RecordRef company = companyOf(person);
            bench.account.put(
                    CrmRecord.builder("deal", "d-1").put("person", person).build());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isFalse();
            assertThat(rollback.kept())
                    .containsExactlyInAnyOrder(
                            new Kept(person.toString(), "a record that is not ours refers to it"),
                            new Kept(company.toString(), "a kept record refers to it"));
            assertThat(rollback.residue()).containsExactlyInAnyOrder(person.toString(), company.toString());
            assertThat(rollback.deleted()).isEqualTo(14);
        }
    }

    @Test
    void keepsWhatPeopleTouched_whenThePlatformDoesNotReturnWhatItHasStored() {
        bench.account.after(write -> write instanceof Write.Create create
                ? Optional.of(new WriteOutcome.Written(
                        create.effect(), newest(create), WriteOutcome.How.CREATED, Optional.empty()))
                : Optional.empty());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            RecordRef touched = person(2);
            bench.account.put(CrmRecord.builder(touched)
                    .put("name", "Renamed by a person")
                    .put("company", companyOf(touched))
                    .build());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.kept())
                    .extracting(Kept::reason)
                    .containsExactlyInAnyOrder("somebody has changed it", "a kept record refers to it");
            assertThat(rollback.deleted()).isEqualTo(14);
        }
    }

    private RecordRef newest(Write.Create create) {
        List<CrmRecord> records = bench.account.records(create.type().name());
        return records.get(records.size() - 1).ref();
    }

    @Test
    void tellsWhatOthersDidMeanwhile() {
        bench.account.put(CrmRecord.builder("person", "p-1").put("name", "Same").build());
        bench.account.put(CrmRecord.builder("person", "p-2").put("name", "Old").build());
        bench.account.put(CrmRecord.builder("person", "p-3").put("name", "Gone").build());
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.put(
                    CrmRecord.builder("person", "p-2").put("name", "New").build());
            bench.account.remove(RecordRef.of("person", "p-3"));
            bench.account.put(
                    CrmRecord.builder("company", "c-9").put("name", "Late").build());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.unchanged()).isEqualTo(1);
            assertThat(rollback.changedByOthers())
                    .containsExactlyInAnyOrder("person:p-2", "1 record(s) that were there before are gone");
            assertThat(rollback.newByOthers()).containsExactly("company:c-9");
        }
    }

    @Test
    void repeatsADelete_whenItsAnswerWasLost() {
        AtomicInteger calls = new AtomicInteger();
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.after(write -> calls.incrementAndGet() % 3 == 0 ? Bench.doubt(write) : Optional.empty());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted() + rollback.alreadyGone()).isEqualTo(16);
            assertThat(rollback.alreadyGone()).isPositive();
            assertNothingIsLeft();
        }
    }

    @Test
    void namesWhatIsLeft_whenADeleteIsRefusedOrNeverAnswered() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            RecordRef refused = person(1);
            RecordRef silent = person(2);
            bench.account.before(write -> deletes(write, refused)
                    ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "", "LOCKED", "unlock it"))
                    : Optional.<WriteOutcome>empty());
            bench.destination.writer(writer -> batch -> {
                if (deletes(batch.get(0), silent)) {
                    throw new IllegalStateException("the reply could not be parsed");
                }
                return writer.write(batch);
            });

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(rollback.residue()).containsExactlyInAnyOrder(refused.toString(), silent.toString());
            assertThat(rollback.kept())
                    .containsExactlyInAnyOrder(
                            new Kept(refused.toString(), "the destination refused to delete it: LOCKED"),
                            new Kept(silent.toString(), "the destination refused to delete it: NEVER_ANSWERED"));
        }
    }

    @Test
    void takesTheRest_whenItIsCalledAgainAfterAPersonHasHelped() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            RecordRef refused = person(1);
            bench.account.before(write -> deletes(write, refused)
                    ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "", "LOCKED", "unlock it"))
                    : Optional.empty());
            RollbackReport first = migration.rollback();
            bench.account.before(write -> Optional.empty());
            RollbackReport second = migration.rollback();

            assertThat(first.proven()).isFalse();
            assertThat(second.proven()).isTrue();
            assertThat(second.deleted()).isEqualTo(16);
            assertNothingIsLeft();
        }
    }

    @Test
    void goesOnAfterAStop_andNothingElseCanBeDoneMeanwhile() {
        AtomicReference<Migration> open = new AtomicReference<>();
        AtomicInteger deletes = new AtomicInteger();
        try (Migration migration = bench.open()) {
            open.set(migration);
            Bench.readyAndRun(migration);
            bench.account.after(write -> {
                if (deletes.incrementAndGet() == 3) {
                    Objects.requireNonNull(open.get()).stop();
                }
                return Optional.empty();
            });
            RollbackReport stopped = migration.rollback();

            assertThat(stopped.result())
                    .isEqualTo(StepResult.of(
                            Completion.STOPPED, List.of("stopped on request; call rollback again to go on")));
            assertThat(migration.status().phase()).isEqualTo("rolling back");
            assertThatThrownBy(migration::run)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessage("run cannot be called now: the migration is rolling back. Next: rollback until it is"
                            + " complete");
            assertThatThrownBy(() -> migration.approve("ops@example.com")).isInstanceOf(StepOrderException.class);
        }
        try (Migration migration = bench.open()) {
            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted()).isEqualTo(16);
            assertNothingIsLeft();
        }
    }

    @Test
    void takesEverythingOnce_whenItIsCalledTwice() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.rollback();
            RollbackReport again = migration.rollback();

            assertThat(again.proven()).isTrue();
            assertThat(again.deleted()).isEqualTo(16);
        }
    }

    @Test
    void isFollowedByAWholeMigration_whenThatIsWanted() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            migration.rollback();
            migration.plan();
            migration.approve("ops@example.com");
            assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
            RunReport run = migration.run();

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.account.creates()).isEqualTo(32);
            assertThat(bench.account.records("person")).hasSize(9);
            assertThat(migration.verify().closed()).isTrue();
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
            assertNothingIsLeft();
        }
    }

    @Test
    void waitsOutAnOutage_andParks_whenTheBudgetIsGone() {
        Instant back = Bench.START.plusSeconds(20);
        Instant midnight = Instant.parse("2026-01-06T00:00:00Z");
        AtomicInteger deletes = new AtomicInteger();
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.before(write -> {
                Instant now = bench.clock.instant();
                if (now.isBefore(back)) {
                    return Optional.of(new WriteOutcome.Postponed(write.effect(), now, Reason.OUTAGE));
                }
                return deletes.incrementAndGet() > 5 && now.isBefore(midnight)
                        ? Optional.of(new WriteOutcome.Postponed(write.effect(), midnight, Reason.BUDGET))
                        : Optional.empty();
            });
            RollbackReport parked = migration.rollback();
            Instant parkedAt = bench.clock.instant();
            bench.clock.advanceTo(midnight);
            RollbackReport rollback = migration.rollback();

            assertThat(parked.result().completion()).isEqualTo(Completion.PARKED);
            assertThat(parked.result().until()).contains(midnight);
            assertThat(parkedAt).isBetween(back, back.plus(Duration.ofMinutes(1)));
            assertThat(rollback.proven()).isTrue();
            assertNothingIsLeft();
        }
    }

    @Test
    void stops_whenTheDestinationIsAwayForAQuarterOfAnHour() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.account.before(write ->
                    Optional.of(new WriteOutcome.Postponed(write.effect(), bench.clock.instant(), Reason.OUTAGE)));

            RollbackReport stopped = migration.rollback();

            assertThat(stopped.result())
                    .isEqualTo(StepResult.of(
                            Completion.STOPPED,
                            List.of("the destination cannot be reached. Check the network, then call rollback again")));
            assertThat(bench.account.records("person")).hasSize(9);
        }
    }

    @Test
    void saysWhatComesFirst_whenNothingWasPrepared() {
        try (Migration migration = bench.open()) {
            Bench.plan(migration);
            migration.approve("ops@example.com");

            assertThatThrownBy(migration::rollback)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessage("rollback cannot be called now: nothing was prepared. Next: prepare");
        }
    }

    @Test
    void takesBackWhatTheJournalHas_whenThePlanNoLongerWritesIt() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.edit(plan -> {
                ((ArrayNode) Bench.part(plan, "CustomerToPerson", 1).get("fields")).remove(1);
                ((ArrayNode) plan.get("mappings").get(0).get("parts")).remove(0);
            });
            bench.account.before(write -> write instanceof Write.Delete delete
                            && delete.target().type().name().equals("company")
                    ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "", "LOCKED", "unlock it"))
                    : Optional.empty());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.residue()).hasSize(7).allMatch(record -> record.startsWith("company:"));
        }
    }
}
