package dev.crmmigration.examples.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.RunReport.MappingCounts;
import dev.crmmigration.examples.cli.crash.Stages.Step;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes wrong between a migration and a Pipedrive account. */
@Tag("crash")
class FaultMatrixTest extends FaultMatrix {

    FaultMatrixTest() {
        super(
                Destinations.PIPEDRIVE,
                List.of(
                        Faults.RESET_AFTER_COMMIT,
                        Faults.SERVER_ERROR_AFTER_COMMIT,
                        Faults.BURST_WITHOUT_HEADER,
                        Faults.DAY_EXHAUSTED,
                        Faults.BLOCKED_AS_HTML,
                        Faults.UNAUTHORIZED,
                        Faults.TRUNCATED_JSON));
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
            assertThat(rig.truth().count()).isEqualTo(stages().after(Step.RUN).count());
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
