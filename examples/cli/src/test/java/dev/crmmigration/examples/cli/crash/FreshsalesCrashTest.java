package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import dev.crmmigration.testkit.simulator.SimulatorClock;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The faults of a Freshsales account, jobs above all, that are tried with every build. */
@Tag("crash")
class FreshsalesCrashTest extends FaultBench {

    FreshsalesCrashTest() {
        super(Destinations.FRESHSALES_IN_BULK);
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.class,
            names = {
                "SERVER_ERROR_AFTER_COMMIT",
                "HOUR_EXHAUSTED_BY_A_MOMENT",
                "JOB_FAILS_FOR_SOME",
                "JOB_NEVER_ENDS",
                "JOB_LOST_BEFORE_IT_WAS_MADE",
                "JOB_LOST_AFTER_IT_WAS_MADE"
            })
    void bringsEachRecordOnce_andTakesItBack(Faults fault) {
        try (Rig rig = rig(fault.settings(), SimulatorClock.system())) {
            rig.inject(fault);
            Completing.completes(rig, stages().after(Step.RUN));
            takesEverythingBack(rig);
        }
    }

    private void takesEverythingBack(Rig rig) {
        try (Migration migration = rig.open()) {
            RollbackReport rollback = migration.rollback();
            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.deleted()).isEqualTo(stages().after(Step.RUN).count());
            assertThat(rig.truth()).isEqualTo(stages().after(Step.ROLLBACK));
        }
    }

    /** The job of the contacts, which is the second one, is at work when nobody waits for it any more. */
    @Test
    void bringsEachRecordOnce_whenItIsKilledBetweenAJobAndItsResult(@TempDir Path child) {
        try (Rig rig = rig()) {
            rig.inject(Faults.JOB_FAILS_FOR_SOME);
            Victim victim = new Victim(rig, ChildClassPath.in(child), "run");
            assertThat(victim.killedAtWrite(2, true)).as(victim.out()).isEqualTo(Victim.KILLED);
            Completing.completes(rig, stages().after(Step.RUN));
        }
    }

    @Test
    void namesTheField_whenTheAccountIgnoresOne() {
        try (Rig rig = rig()) {
            rig.inject("""
                [{"method": "POST", "path": "appointments$", "nth": 2, "action": "ignore-field",
                  "field": "appointment.description"}]
                """);
            Reconciliation proof = ranAndVerified(rig);

            assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
            assertThat(proof.differences())
                    .extracting(Reconciliation.Difference::field)
                    .containsExactly("description");
        }
    }

    @Test
    void saysWhoIsAway_andWhatIsDifferent_whenSomebodyChangesWhatJobsHaveMade() {
        try (Rig rig = rig()) {
            try (Migration migration = rig.open()) {
                assertThat(migration.run().result().completion()).isEqualTo(Completion.COMPLETE);
            }
            rig.edit("""
                {"object": "contacts", "id": %s, "set": {"last_name": "Renamed"}}
                """.formatted(rig.id("contacts", "last_name", "Last7")));
            rig.edit("""
                {"object": "contacts", "id": %s, "delete": true}
                """.formatted(rig.id("contacts", "last_name", "Last8")));
            try (Migration migration = rig.open()) {
                Reconciliation proof = migration.verify();

                assertThat(proof.result().completion()).isEqualTo(Completion.BROKEN);
                assertThat(proof.differences())
                        .extracting(difference -> difference.kind() + " " + difference.field())
                        .containsExactlyInAnyOrder("DIFFERENT Last name", "MISSING ");
            }
        }
    }
}
