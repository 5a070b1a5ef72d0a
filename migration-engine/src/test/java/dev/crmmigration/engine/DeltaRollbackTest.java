package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rollback makes of deltas and of what people have edited. */
class DeltaRollbackTest extends DeltaScene {

    @Test
    void takesTheLastDeltaBackAlone_andProvesIt() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            List<String> before = bench.names("person");
            nextGeneration(renamed(2, "Renamed 2"), renamed(20, "Customer 20"));
            migration.delta();

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.result()).isEqualTo(StepResult.COMPLETE);
            assertThat(rollback.proven()).isTrue();
            assertThat(rollback.restored()).isEqualTo(1);
            assertThat(rollback.roots()).hasSize(2).allMatch(RollbackReport.Root::agrees);
            assertThat(rollback.deleted()).isEqualTo(1);
            assertThat(bench.names("person")).containsExactlyInAnyOrderElementsOf(before);
            assertVerified(migration);
            assertThat(counts(migration.report()).created()).isEqualTo(16);

            assertThat(migration.delta().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).contains("Renamed 2", "Customer 20");
            assertThat(migration.rollback().proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
        }
    }

    @Test
    void saysWhatADeltaHadTakenAway_whenThatDeltaIsTakenBack_andOwesItAgain() {
        bench.policies.put("sourceDeleted", "delete");
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            bench.source.clear();
            bench.customers(8);
            migration.delta();

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.proven()).isFalse();
            assertThat(rollback.result().completion()).isEqualTo(Completion.WAITS);
            assertThat(rollback.result().reasons()).singleElement().asString().contains("call run");
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            assertThat(bench.names("person")).hasSize(9);
            assertVerified(migration);
        }
    }

    @Test
    void keepsAChange_whenPeopleHaveEditedTheRecordSince() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            nextGeneration(renamed(2, "Renamed 2"));
            migration.delta();
            edit(person("Renamed 2"), "name", "Edited 2");

            RollbackReport rollback = migration.rollback(Rollback.LAST_DELTA);

            assertThat(rollback.kept())
                    .extracting(RollbackReport.Kept::reason)
                    .containsExactly("somebody has changed it");
            assertThat(bench.names("person")).contains("Edited 2");
        }
    }

    @Test
    void takesEditedRecordsBackAsWell_whenItIsTold() {
        try (Migration migration = bench.open()) {
            Bench.readyAndRun(migration);
            edit(person("Customer 2"), "name", "Edited 2");

            RollbackReport rollback = migration.rollback(Rollback.EVERYTHING.takingEdited());

            assertThat(rollback.proven()).isTrue();
            assertThat(bench.account.records("person")).isEmpty();
        }
    }
}
