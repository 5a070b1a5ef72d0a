package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.toy.CustomerToPerson;
import dev.crmmigration.engine.toy.ToyAccount;
import dev.crmmigration.engine.toy.ToyDestination;
import dev.crmmigration.engine.toy.ToySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private static final String OWNER = "owner@example.com";

    @TempDir
    Path folder;

    private final ToyAccount account = new ToyAccount();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-05T10:00:00Z"));
    private final List<CrmRecord> customers = new ArrayList<>();

    @BeforeEach
    void fill() {
        account.user(OWNER);
        for (int i = 1; i <= 30; i++) {
            customers.add(CrmRecord.builder("customer", String.valueOf(i))
                    .put("name", "Customer " + i)
                    .put("email", "c" + i + "@example.com")
                    .put("company", "Company " + i % 7)
                    .build());
        }
    }

    private Migration open() {
        return Migration.builder()
                .workspace(folder.resolve("workspace"))
                .source(new ToySource(customers), Settings.none())
                .destination(new ToyDestination(account), Settings.none())
                .mappings(List.of(new CustomerToPerson()))
                .policy("defaultOwner", OWNER)
                .clock(clock, clock::advanceTo)
                .build();
    }

    private RunReport readyAndRun(Migration migration) {
        ready(migration);
        return migration.run();
    }

    private static void ready(Migration migration) {
        migration.extract();
        migration.plan();
        migration.approve("ops@example.com");
        migration.prepare();
    }

    @Test
    void bringsEveryRecordOnceAndVerifiesIt_whenNothingGoesWrong() {
        try (Migration migration = open()) {
            RunReport run = readyAndRun(migration);
            Reconciliation proof = migration.verify();

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.records("person")).hasSize(30);
            assertThat(account.records("company")).hasSize(7);
            assertThat(proof.closed()).isTrue();
            assertThat(proof.verified())
                    .allSatisfy(object -> assertThat(object.equal()).isEqualTo(object.records()));
        }
    }

    @Test
    void takesBackOnlyItsOwn_whenRolledBack() {
        CrmRecord theirs =
                CrmRecord.builder("person", "p-77").put("name", "There before").build();
        account.put(theirs);
        try (Migration migration = open()) {
            readyAndRun(migration);

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted()).isEqualTo(37);
            assertThat(account.records("person")).containsExactly(theirs);
            assertThat(account.records("company")).isEmpty();
        }
    }

    @Test
    void keepsWhatPeopleTouchedAndWhatItNeeds_whenRolledBack() {
        try (Migration migration = open()) {
            readyAndRun(migration);
            CrmRecord touched = account.records("person").get(3);
            account.put(CrmRecord.builder(touched.ref())
                    .put("name", "Renamed by a person")
                    .put("company", touched.value("company").orElseThrow())
                    .build());

            RollbackReport rollback = migration.rollback();

            assertThat(rollback.proven()).isFalse();
            assertThat(rollback.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(rollback.kept())
                    .extracting(RollbackReport.Kept::reason)
                    .containsExactlyInAnyOrder("somebody has changed it", "a kept record refers to it");
            assertThat(account.records("person")).hasSize(1);
            assertThat(account.records("company")).hasSize(1);
        }
    }

    @Test
    void writesNothingTwice_whenAnswersAreLostAfterTheyHappened() {
        AtomicInteger calls = new AtomicInteger();
        account.after(write -> calls.incrementAndGet() % 3 == 0 ? doubt(write) : Optional.empty());
        try (Migration migration = open()) {
            RunReport run = readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(run.resolved()).isPositive();
            assertThat(account.creates()).isEqualTo(37);
        }
    }

    @Test
    void sendsAgain_whenAnAttemptDidNotHappen() {
        AtomicInteger calls = new AtomicInteger();
        account.before(write -> calls.incrementAndGet() % 5 == 0 ? doubt(write) : Optional.empty());
        try (Migration migration = open()) {
            RunReport run = readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.creates()).isEqualTo(37);
        }
    }

    @Test
    void tellsEqualRecordsApart_whenOneOfThemIsInDoubt() {
        customers.clear();
        for (int i = 0; i < 6; i++) {
            customers.add(CrmRecord.builder("customer", "n" + i)
                    .put("name", "Left voicemail")
                    .build());
        }
        AtomicInteger calls = new AtomicInteger();
        account.after(write -> calls.incrementAndGet() % 2 == 0 ? doubt(write) : Optional.empty());
        try (Migration migration = open()) {
            RunReport run = readyAndRun(migration);

            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.creates()).isEqualTo(6);
        }
    }

    @Test
    void holdsRecordsWithoutOwner_andReleasesThemWhenTheUserIsThere() {
        customers.add(CrmRecord.builder("customer", "99")
                .put("name", "Waiting")
                .put("owner", "New@example.com")
                .build());
        try (Migration migration = open()) {
            RunReport first = readyAndRun(migration);
            account.user("new@example.com");
            RunReport second = migration.run();

            assertThat(first.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(first.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "OWNER owner", 1));
            assertThat(second.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.records("person")).hasSize(31);
        }
    }

    @Test
    void holdsDependantsOfARefusedRecord() {
        account.before(write -> isCompany(write, "Company 3")
                ? Optional.of(WriteOutcome.Rejected.of(write.effect(), "name", "BAD_NAME", "choose another"))
                : Optional.empty());
        try (Migration migration = open()) {
            RunReport run = readyAndRun(migration);

            assertThat(run.failed())
                    .containsExactly(new RunReport.ReasonCount("CustomerToPerson", "BAD_NAME (name)", 1));
            assertThat(run.held()).containsExactly(new RunReport.ReasonCount("CustomerToPerson", "BLOCKED", 4));
            assertThat(run.mappings())
                    .allSatisfy(mapping -> assertThat(mapping.closes()).isTrue());
            assertThat(account.records("person")).hasSize(26);
        }
    }

    @Test
    void countsDuplicatesAndLetsReferencesFollow_whenEmailsDifferByCase() {
        customers.add(CrmRecord.builder("customer", "31")
                .put("name", "Twin")
                .put("email", "C1@Example.com")
                .build());
        try (Migration migration = open()) {
            readyAndRun(migration);
            Reconciliation proof = migration.verify();

            assertThat(account.records("person")).hasSize(30);
            assertThat(proof.closed()).isTrue();
            assertThat(proof.objects().get(0).ways())
                    .containsEntry("DUPLICATE", 1L)
                    .containsEntry("EFFECTED", 30L);
        }
    }

    @Test
    void parks_whenTheBudgetIsGone_andGoesOn() {
        AtomicInteger calls = new AtomicInteger();
        Instant tomorrow = clock.instant().plus(Duration.ofHours(14));
        account.before(write -> calls.incrementAndGet() > 10 && clock.instant().isBefore(tomorrow)
                ? Optional.of(new WriteOutcome.Postponed(write.effect(), tomorrow, Reason.BUDGET))
                : Optional.empty());
        try (Migration migration = open()) {
            RunReport first = readyAndRun(migration);
            clock.advanceTo(tomorrow);
            RunReport second = migration.run();

            assertThat(first.result().completion()).isEqualTo(Completion.PARKED);
            assertThat(first.result().until()).contains(tomorrow);
            assertThat(second.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.creates()).isEqualTo(37);
        }
    }

    @Test
    void stopsAndSaysWhy_whenTheAccountRefusesAllCalls() {
        AtomicInteger calls = new AtomicInteger();
        account.before(write -> {
            if (calls.incrementAndGet() > 5) {
                throw new FatalConnectorException("the token was withdrawn");
            }
            return Optional.empty();
        });
        try (Migration migration = open()) {
            ready(migration);

            assertThatThrownBy(migration::run).hasMessage("the token was withdrawn");

            account.before(write -> Optional.empty());
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(account.creates()).isEqualTo(37);
        }
    }

    @Test
    void findsWhatIsMissingAndWhatIsDifferent_whenVerified() {
        try (Migration migration = open()) {
            readyAndRun(migration);
            CrmRecord person = account.records("person").get(0);
            account.put(CrmRecord.builder(person.ref()).put("name", "Other").build());

            Reconciliation proof = migration.verify();

            assertThat(proof.closed()).isFalse();
            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::field)
                    .containsExactlyInAnyOrder("name", "company", "owner");
        }
    }

    @Test
    void refusesToRun_whenThePlanWasEditedAfterItWasApproved() throws IOException {
        try (Migration migration = open()) {
            ready(migration);
            edit(migration.planFile(), text -> text.replace("\"value\" : \"name\"", "\"value\" : \"upper(name)\""));

            RunReport run = migration.run();

            assertThat(run.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(run.result().reasons().get(0)).startsWith("plan.json was edited after it was approved");
            assertThat(account.creates()).isZero();
        }
    }

    @Test
    void carriesOutAnEditedExpression_whenItIsApproved() throws IOException {
        try (Migration migration = open()) {
            migration.extract();
            migration.plan();
            edit(migration.planFile(), text -> text.replace("\"value\" : \"name\"", "\"value\" : \"upper(name)\""));
            migration.plan();
            migration.approve("ops@example.com");
            migration.prepare();
            migration.run();

            assertThat(account.records("person"))
                    .extracting(person -> person.value("name").orElseThrow())
                    .contains("CUSTOMER 1", "CUSTOMER 30")
                    .doesNotContain("Customer 1");
        }
    }

    @Test
    void saysWhichStepComesFirst_whenAStepComesTooEarly() {
        try (Migration migration = open()) {
            assertThatThrownBy(migration::run)
                    .isInstanceOf(StepOrderException.class)
                    .hasMessage("run cannot be called now: the migration is new. Next: extract");
        }
    }

    @Test
    void refusesASecondOwner_whileAWorkspaceIsOpen() {
        try (Migration migration = open()) {
            assertThat(migration.status().phase()).isEqualTo("new");
            assertThatThrownBy(this::open)
                    .isInstanceOf(WorkspaceInUseException.class)
                    .hasMessageStartingWith("workspace workspace is in use by another process");
        }
    }

    @Test
    void leavesAWholeAuditTrail() throws IOException {
        try (Migration migration = open()) {
            readyAndRun(migration);
            migration.verify();
            migration.rollback();

            assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
            Path trail = folder.resolve("workspace/audit.jsonl");
            edit(trail, text -> text.replaceFirst("company:3", "company:4"));
            assertThat(migration.verifyAudit().result().completion()).isEqualTo(Completion.BROKEN);
        }
    }

    private static void edit(Path file, Function<String, String> change) throws IOException {
        String before = Files.readString(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private static boolean isCompany(Write write, String name) {
        return write instanceof Write.Create create
                && create.type().name().equals("company")
                && create.fields().get("name") instanceof FieldValue.Present present
                && present.content().equals(name);
    }

    private static Optional<WriteOutcome> doubt(Write write) {
        return Optional.of(new WriteOutcome.InDoubt(write.effect(), "RESET"));
    }
}
