package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryObjectTest {

    private static final Map<String, String> GROWTH = Map.of("plan", "growth", "seats", "3");

    @TempDir
    private Path folder;

    @Test
    void arrivesAndIsVerifiedAndIsTakenBack() {
        Practice practice = new Practice(60);
        try (PipedriveRig rig = new PipedriveRig(7, GROWTH);
                Migration migration = rig.open(practice, folder, Map.of())) {
            JsonNode before = rig.state();
            PipedriveRig.prepare(migration);

            RunReport run = migration.run();
            Reconciliation proof = migration.verify();

            assertThat(run.result()).as(run.failed() + " " + run.held()).isEqualTo(StepResult.COMPLETE);
            assertThat(proof.result()).as(proof.differences().toString()).isEqualTo(StepResult.COMPLETE);
            assertThat(proof.verified()).hasSize(12).allSatisfy(object -> {
                assertThat(object.records()).as(object.object()).isPositive();
                assertThat(object.equal()).as(object.object()).isEqualTo(object.records());
            });
            holds(rig.state(), practice);
            RollbackReport undone = migration.rollback();
            assertThat(undone.proven()).as(undone.toString()).isTrue();
            assertThat(records(rig.state())).isEqualTo(records(before));
            assertThat(rig.violations()).isZero();
        }
    }

    private static void holds(JsonNode state, Practice practice) {
        assertThat(state.path("organizations")).hasSize(practice.count("company"));
        assertThat(state.path("persons")).hasSize(practice.count("contact"));
        assertThat(state.path("deals")).hasSize(practice.count("opportunity"));
        assertThat(state.path("leads")).hasSize(practice.count("prospect"));
        assertThat(state.path("products")).hasSize(practice.count("good"));
        assertThat(state.path("files")).hasSize(practice.count("paper"));
    }

    private static List<Integer> records(JsonNode state) {
        return List.of("organizations", "persons", "deals", "leads", "products", "activities", "notes", "files")
                .stream()
                .map(object -> state.path(object).size())
                .toList();
    }

    @Test
    void costsHardlyMoreThanItsWrites_andWhatThePlanHasForecast() {
        Practice practice = new Practice(1_500);
        try (PipedriveRig rig = new PipedriveRig(8, Map.of("plan", "ultimate", "seats", "10"));
                Migration migration = rig.open(practice, folder, Map.of("concurrency", "16"))) {
            Plan plan = PipedriveRig.prepare(migration);
            Plan.Cost daily = plan.costs().stream()
                    .filter(cost -> cost.allowance().equals("daily"))
                    .findFirst()
                    .orElseThrow();
            long prepared = rig.tokens();
            assertThat(migration.run().result()).isEqualTo(StepResult.COMPLETE);
            long ran = rig.tokens();
            assertThat(migration.verify().result()).isEqualTo(StepResult.COMPLETE);
            long verified = rig.tokens();

            System.getLogger("x").log(System.Logger.Level.INFO, "x");
            assertThat(List.of(prepared, ran - prepared, verified - ran, daily)).isEmpty();
        }
    }
}
