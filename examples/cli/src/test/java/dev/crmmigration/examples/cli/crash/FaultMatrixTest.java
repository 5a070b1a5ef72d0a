package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import dev.crmmigration.testkit.simulator.FaultProxy;
import dev.crmmigration.testkit.simulator.NetworkFault;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes wrong between a migration and an account, and the migration opened again after it. */
@Tag("crash")
@ExtendWith(Tally.class)
class FaultMatrixTest {

    @TempDir
    private static Path folder;

    private static Stages stages;
    private static final AtomicInteger forks = new AtomicInteger();

    @BeforeAll
    static void prepare() {
        stages = new Stages(folder.resolve("stages"));
    }

    private static Rig rig(Map<String, String> settings, SimulatorClock clock) {
        return Rig.fork(stages.before(Step.RUN), folder.resolve("fork-" + forks.incrementAndGet()), settings, clock);
    }

    private static Rig rig() {
        return rig(Map.of(), SimulatorClock.system());
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.class,
            names = {
                "RESET_AFTER_COMMIT",
                "SERVER_ERROR_AFTER_COMMIT",
                "BURST_WITHOUT_HEADER",
                "DAY_EXHAUSTED",
                "BLOCKED_AS_HTML",
                "UNAUTHORIZED",
                "TRUNCATED_JSON"
            })
    void bringsEachRecordOnce(Faults fault) {
        try (Rig rig = rig(fault.settings(), SimulatorClock.system())) {
            rig.inject(fault.script());
            Completing.completes(rig, stages.after(Step.RUN));
        }
    }

    @Test
    void bringsEachRecordOnce_whenConnectionsAreRefusedForAWhile() {
        try (Rig rig = rig();
                FaultProxy network = FaultProxy.before(rig.turnstile.url())) {
            AtomicInteger writes = new AtomicInteger();
            network.use((exchange, line) -> {
                if (line.startsWith("POST") && writes.incrementAndGet() == 5) {
                    new Thread(network::refuse).start();
                    return NetworkFault.RESET_BEFORE_REQUEST;
                }
                return NetworkFault.NONE;
            });
            try (Migration migration = rig.open(network.url(), rig.account.clock())) {
                assertThat(migration.run().result().completion()).isEqualTo(Completion.STOPPED);
            } catch (RetryableConnectorException e) {
                assertThat(e).hasMessageContaining("OUTAGE");
            }
            network.accept();
            Completing.completes(rig, stages.after(Step.RUN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET_BEFORE_REQUEST", "RESET_AFTER_ANSWER", "TRUNCATED"})
    void bringsEachRecordOnce_whenTheNetworkBreaks(NetworkFault.Kind kind) {
        try (Rig rig = rig();
                FaultProxy network = FaultProxy.before(rig.turnstile.url())) {
            AtomicInteger writes = new AtomicInteger();
            network.use((exchange, line) -> line.startsWith("POST") && writes.incrementAndGet() % 4 == 0
                    ? new NetworkFault(kind, Duration.ZERO)
                    : NetworkFault.NONE);
            try (Migration migration = rig.open(network.url(), rig.account.clock())) {
                RunReport run = migration.run();
                assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
                Completing.holdsTheTruth(rig, migration, run, stages.after(Step.RUN));
            }
        }
    }

    /** In real time, for the answer comes late whatever a clock says. */
    @Test
    void bringsEachRecordOnce_whenAWriteTimesOutAndHappensLater() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "persons$", "every": 4, "action": "delay", "delayMillis": 1300}]
                """);
            try (Migration migration = rig.openInRealTime()) {
                RunReport run = migration.run();
                assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
                Completing.holdsTheTruth(rig, migration, run, stages.after(Step.RUN));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT26H"})
    void bringsEachRecordOnce_whenTheClocksDiffer(String ahead) {
        SimulatorClock theirs = SimulatorClock.on(Clock.offset(Clock.systemUTC(), Duration.parse(ahead)));
        try (Rig rig = rig(Map.of(), theirs)) {
            rig.inject(Faults.RESET_AFTER_COMMIT.script());
            Clock ours = Clock.offset(theirs, Duration.parse(ahead).negated());
            try (Migration migration = rig.open(rig.account.url(), ours)) {
                RunReport run = migration.run();
                assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
                Completing.holdsTheTruth(rig, migration, run, stages.after(Step.RUN));
            }
        }
    }

    @Test
    void namesTheField_whenTheAccountIgnoresOne() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "persons$", "nth": 3, "action": "ignore-field", "field": "emails"},
                 {"method": "POST", "path": "deals$", "nth": 2, "action": "ignore-field", "field": "value"}]
                """);
            Reconciliation proof = ranAndVerified(rig);

            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::field)
                    .containsExactlyInAnyOrder("Email", "Value");
        }
    }

    /** Runs, closes, opens again and verifies. */
    private static Reconciliation ranAndVerified(Rig rig) {
        try (Migration migration = rig.open()) {
            migration.run();
        }
        Tally.failed(1);
        try (Migration migration = rig.open()) {
            return migration.verify();
        }
    }

    @Test
    void saysWhoIsAway_whenSomebodyDeletesARecordMeanwhile() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "deals$", "nth": 1, "action": "edit",
                  "body": {"object": "organizations", "id": 2, "delete": true}}]
                """);
            Reconciliation proof = ranAndVerified(rig);

            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences()).anySatisfy(difference -> {
                assertThat(difference.record()).isEqualTo("organization:2");
                assertThat(difference.kind()).isEqualTo("MISSING");
            });
            assertThat(rig.truth().records().values()).containsOnly(1L);
        }
    }

    @Test
    void saysWhatIsDifferent_whenSomebodyEditsARecordMeanwhile() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "deals$", "nth": 1, "action": "edit",
                  "body": {"object": "organizations", "id": 2, "set": {"name": "Renamed"}}},
                 {"method": "POST", "path": "organizations$", "action": "reset-after-commit"}]
                """);
            Reconciliation proof = ranAndVerified(rig);

            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::field)
                    .containsExactly("Name");
            assertThat(rig.truth().records().values()).containsOnly(1L);
            assertThat(rig.truth().count()).isEqualTo(stages.after(Step.RUN).count());
        }
    }

    @Test
    void saysWhoIsAway_whenSomebodyMergesRecordsMeanwhile() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "notes$", "nth": 1, "action": "edit",
                  "body": {"object": "organizations", "id": 2, "merge_into": 3}}]
                """);
            Reconciliation proof = ranAndVerified(rig);

            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::record)
                    .contains("organization:2");
            assertThat(rig.truth().records().values()).containsOnly(1L);
        }
    }

    @Test
    void isNotComplete_whenSomebodyDeletesAFieldMeanwhile() {
        try (Rig rig = rig()) {
            String field = rig.ownField("personFields");
            rig.inject("""
                [{"method": "POST", "path": "deals$", "nth": 1, "action": "edit",
                  "body": {"object": "personFields", "id": "%s", "delete": true}}]
                """.formatted(field));
            try (Migration migration = rig.open()) {
                RunReport run = migration.run();
                assertThat(run.mappings()).allMatch(MappingCounts::closes);
            }
            Tally.failed(1);
            try (Migration migration = rig.open()) {
                Reconciliation proof = migration.verify();
                assertThat(proof.result().completion()).isNotEqualTo(Completion.COMPLETE);
                Truth truth = rig.truth();
                assertThat(truth.records().values()).containsOnly(1L);
                assertThat(Completing.created(migration.report())).isEqualTo(truth.count());
            }
        }
    }
}
