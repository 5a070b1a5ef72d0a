package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import dev.crmmigration.testkit.simulator.FaultProxy;
import dev.crmmigration.testkit.simulator.NetworkFault;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that goes wrong between a migration and any account, and the migration opened again after it. */
abstract class FaultMatrix extends FaultBench {

    private final List<Faults> faults;

    FaultMatrix(Destinations destination, List<Faults> faults) {
        super(destination);
        this.faults = faults;
    }

    List<Faults> faults() {
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void bringsEachRecordOnce(Faults fault) {
        try (Rig rig = rig(fault.settings(), SimulatorClock.system())) {
            rig.inject(fault);
            Completing.completes(rig, stages().after(Step.RUN));
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
            Completing.completes(rig, stages().after(Step.RUN));
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
                Completing.holdsTheTruth(rig, migration, run, stages().after(Step.RUN));
            }
        }
    }

    /** In real time, for the answer comes late whatever a clock says. */
    @Test
    void bringsEachRecordOnce_whenAWriteTimesOutAndHappensLater() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "%s", "every": 4, "action": "delay", "delayMillis": 1300}]
                """.formatted(rig.platform.creates()));
            try (Migration migration = rig.openInRealTime()) {
                RunReport run = migration.run();
                assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
                Completing.holdsTheTruth(rig, migration, run, stages().after(Step.RUN));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT26H"})
    void bringsEachRecordOnce_whenTheClocksDiffer(String ahead) {
        SimulatorClock theirs = SimulatorClock.on(Clock.offset(Clock.systemUTC(), Duration.parse(ahead)));
        try (Rig rig = rig(Map.of(), theirs)) {
            rig.inject(Faults.RESET_AFTER_COMMIT);
            Clock ours = Clock.offset(theirs, Duration.parse(ahead).negated());
            try (Migration migration = rig.open(rig.account.url(), ours)) {
                RunReport run = migration.run();
                assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
                Completing.holdsTheTruth(rig, migration, run, stages().after(Step.RUN));
            }
        }
    }
}
