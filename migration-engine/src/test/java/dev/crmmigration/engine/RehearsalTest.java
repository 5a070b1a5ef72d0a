package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crmmigration.api.connector.ConnectorContext;
import dev.crmmigration.api.connector.Setting;
import dev.crmmigration.api.connector.Settings;
import dev.crmmigration.api.destination.Destination;
import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.toy.AdjustableDestination;
import dev.crmmigration.engine.toy.ToyAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole plan, carried out in another account first. */
class RehearsalTest {

    private static final int CUSTOMERS = 30;
    private static final Rehearsal SANDBOX = Rehearsal.in(Settings.of("account", "sandbox"));

    @TempDir
    Path folder;

    private final ToyAccount sandbox = new ToyAccount();
    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(CUSTOMERS);
        sandbox.user(Bench.OWNER);
    }

    private Migration open() {
        return bench.builder()
                .destination(
                        new TwoAccounts(bench.destination, new AdjustableDestination(sandbox).named("box-2")),
                        Settings.none())
                .build();
    }

    private static void approve(Migration migration) {
        assertThat(Bench.plan(migration).questions()).isEmpty();
        migration.approve("ops@example.com");
    }

    private int written() {
        return bench.account.records("person").size()
                + bench.account.records("company").size();
    }

    /** The same platform with two accounts, told apart by a setting. */
    private record TwoAccounts(Destination real, Destination sandbox) implements Destination {

        @Override
        public String platform() {
            return real.platform();
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.optional("account", "which account", "real"));
        }

        @Override
        public DestinationSession open(Settings settings, ConnectorContext context) {
            return (settings.get("account").orElse("").equals("sandbox") ? sandbox : real)
                    .open(Settings.none(), context);
        }
    }

    @Test
    void carriesOutTheWholePlanElsewhere_andNothingHere() {
        try (Migration migration = open()) {
            approve(migration);

            RehearsalReport rehearsal = migration.rehearse(SANDBOX);

            assertThat(rehearsal.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(rehearsal.account()).isEqualTo("box-2");
            assertThat(rehearsal.closed()).isTrue();
            assertThat(sandbox.records("person")).hasSize(CUSTOMERS);
            assertThat(written()).isZero();
            assertThat(migration.prepare().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).doesNotHaveDuplicates().hasSize(CUSTOMERS);
            assertThat(sandbox.records("person")).hasSize(CUSTOMERS);
        }
    }

    @Test
    void tellsWhatWouldBeRefusedAndWhatWouldWait() {
        bench.source.add(Bench.customer(900).put("owner", "nobody@example.com").build());
        sandbox.before(write -> Bench.creates(write, "Customer 7")
                ? Optional.of(new WriteOutcome.Rejected(
                        write.effect(), List.of(new FieldError("name", "TAKEN", "take another one"))))
                : Optional.empty());
        try (Migration migration = open()) {
            approve(migration);

            RehearsalReport rehearsal = migration.rehearse(SANDBOX);

            assertThat(rehearsal.failed()).singleElement().satisfies(failed -> {
                assertThat(failed.reason()).contains("name", "TAKEN");
                assertThat(failed.effects()).isEqualTo(1);
            });
            assertThat(rehearsal.held())
                    .singleElement()
                    .satisfies(held -> assertThat(held.reason()).isEqualTo("OWNER owner"));
            assertThat(rehearsal.result().reasons())
                    .anyMatch(reason -> reason.contains("1 record(s) wait and 1 were refused"));
        }
    }

    @Test
    void keepsTheRunWaiting_untilTheRehearsalOfThisVeryPlanIsAccepted() {
        bench.policies.put("rehearsal", "required");
        try (Migration migration = open()) {
            approve(migration);
            migration.prepare();
            assertThat(migration.run().result().reasons())
                    .singleElement()
                    .asString()
                    .contains("call rehearse");
            assertThatThrownBy(() -> migration.acceptRehearsal("ops@example.com"))
                    .isInstanceOf(StepOrderException.class)
                    .hasMessageContaining("none has come to its end");
            migration.rehearse(SANDBOX);
            assertThat(migration.run().result().completion()).isEqualTo(Completion.WAITS);
            migration.acceptRehearsal("ops@example.com");
            bench.edit(plan ->
                    Bench.field(Bench.part(plan, "CustomerToPerson", 1), 0).put("value", "upper(name)"));
            assertThat(migration.plan().questions()).isEmpty();
            migration.approve("ops@example.com");
            migration.prepare();
            assertThat(migration.run().result().completion())
                    .as("a run of a corrected plan")
                    .isEqualTo(Completion.WAITS);
            assertThat(written()).isZero();

            migration.rehearse(SANDBOX);
            migration.acceptRehearsal("ops@example.com");

            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).allMatch(name -> name.startsWith("CUSTOMER"));
        }
    }

    @Test
    void refusesToRehearseInTheRealAccount() {
        try (Migration migration = open()) {
            approve(migration);

            assertThatThrownBy(() -> migration.rehearse(Rehearsal.in(Settings.none())))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the account of the migration itself");
            assertThat(written()).isZero();
        }
    }

    @Test
    void goesOnWhereItStood_whenTheBudgetWasGone() {
        AtomicInteger writes = new AtomicInteger();
        sandbox.before(write -> writes.incrementAndGet() == 9
                ? Optional.of(new WriteOutcome.Postponed(
                        write.effect(), bench.clock.instant().plus(Duration.ofHours(3)), Reason.BUDGET))
                : Optional.empty());
        try (Migration migration = open()) {
            approve(migration);
            assertThat(migration.rehearse(SANDBOX).result().completion()).isEqualTo(Completion.PARKED);
        }
        bench.pass(Duration.ofHours(4));
        try (Migration migration = open()) {
            assertThat(migration.rehearse(SANDBOX).closed()).isTrue();
            assertThat(sandbox.records("person")).hasSize(CUSTOMERS);
        }
    }

    @Test
    void notesTheUsersThatTheOtherAccountLacks() {
        bench.account.user("second@example.com");
        try (Migration migration = open()) {
            approve(migration);

            RehearsalReport rehearsal = migration.rehearse(Rehearsal.inALikenessOf(Settings.of("account", "sandbox")));

            assertThat(rehearsal.notes())
                    .singleElement()
                    .asString()
                    .contains("user user second@example.com", "add the user");
        }
    }
}
