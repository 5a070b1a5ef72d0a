package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.error.FatalConnectorException;
import dev.crmmigration.api.error.RetryableConnectorException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.testkit.simulator.FaultScript;
import java.time.Duration;

/** What a person does whose run has stopped: calls it again; and what must be so in the end. */
final class Completing {

    private static final int MOST_OPENINGS = 12;

    private Completing() {}

    /** Opens the migration again and again until its run is at its end. */
    static void completes(Rig rig, Truth expected) {
        for (int opening = 1; opening <= MOST_OPENINGS; opening++) {
            try (Migration migration = rig.open()) {
                RunReport run = migration.run();
                if (run.result().completion() == Completion.COMPLETE) {
                    holdsTheTruth(rig, migration, run, expected);
                    return;
                }
                run.result()
                        .until()
                        .ifPresent(until -> rig.account
                                .clock()
                                .advance(Duration.between(rig.account.clock().now(), until)));
            } catch (FatalConnectorException e) {
                // Somebody mends the token
                rig.account.inject(FaultScript.NONE);
            } catch (RetryableConnectorException e) {
                assertThat(e.isBudgetGone()).as("parks").isFalse();
            }
        }
        throw new AssertionError("the run comes to no end");
    }

    static void holdsTheTruth(Rig rig, Migration migration, RunReport run, Truth expected) {
        rig.account.inject(FaultScript.NONE);
        Truth truth = rig.truth();
        Tally.failed(1);
        Tally.compared(truth, expected);
        assertThat(truth).isEqualTo(expected);
        assertThat(created(run)).isEqualTo(truth.count());
        assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
        assertThat(migration.verifyAudit().result()).isEqualTo(StepResult.COMPLETE);
    }

    static long created(RunReport run) {
        return run.mappings().stream().mapToLong(MappingCounts::created).sum();
    }
}
