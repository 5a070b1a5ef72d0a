package dev.crmmigration.examples.cli.crash;

import static java.util.Objects.requireNonNull;

import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What tests of faults have in common: a migration that is about to run, again and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Tally.class)
abstract class FaultBench {

    private final Destinations destination;
    private final AtomicInteger forks = new AtomicInteger();
    private @Nullable Path folder;
    private @Nullable Stages stages;

    FaultBench(Destinations destination) {
        this.destination = destination;
    }

    @BeforeAll
    void prepare(@TempDir Path given) {
        folder = given;
        stages = new Stages(given.resolve("stages"), destination.platform());
    }

    Destinations destination() {
        return destination;
    }

    Stages stages() {
        return requireNonNull(stages);
    }

    Path fork() {
        return requireNonNull(folder).resolve("fork-" + forks.incrementAndGet());
    }

    Rig rig(Map<String, String> settings, SimulatorClock clock) {
        return Rig.fork(stages().before(Step.RUN), fork(), destination.platform(), settings, clock);
    }

    Rig rig() {
        return rig(Map.of(), SimulatorClock.system());
    }

    /** Runs, closes, opens again and verifies. */
    static Reconciliation ranAndVerified(Rig rig) {
        try (Migration migration = rig.open()) {
            migration.run();
        }
        Tally.failed(1);
        try (Migration migration = rig.open()) {
            return migration.verify();
        }
    }
}
