package dev.crmmigration.examples.cli.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.connector.pipedrive.simulator.PipedriveSimulator;
import dev.crmmigration.engine.Migration;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.RollbackReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.testkit.openapi.ContractFolder;
import dev.crmmigration.testkit.openapi.JudgingObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryObjectTest {

    private static final Map<String, String> GROWTH = Map.of("plan", "growth", "seats", "3");

    /** What v1 and v2 ask for a write (Pipedrive OpenAPI documents, x-token-cost, read 2026-08-18). */
    private static final Map<String, Long> WRITES = Map.of("POST /v1/.*", 10L, "POST /api/v2/.*", 5L);

    /** What has no list of all: relationships, participants, products of deals, followers. */
    private static final Map<String, Long> BY_PARENT = Map.of(
            "GET /v1/organizationRelationships", 20L,
            "GET /v1/deals/\\{id}/participants", 10L,
            "GET /api/v2/deals/products", 10L,
            "GET /api/v2/\\w+/\\{id}/followers", 10L);

    @TempDir
    private Path folder;

    @Test
    void arrivesAndIsVerifiedAndIsTakenBack() {
        Practice practice = new Practice(60);
        Optional<JudgingObserver> judge =
                ContractFolder.judge("pipedrive", PipedriveSimulator.class).map(JudgingObserver::ofAllRequests);
        try (PipedriveRig rig = new PipedriveRig(7, GROWTH, judge);
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
            assertThat(undone.kept())
                    .filteredOn(kept -> !kept.reason().startsWith("a kept"))
                    .isEmpty();
            assertThat(undone.proven()).as(undone.result().toString()).isTrue();
            assertThat(records(rig.state())).isEqualTo(records(before));
            assertThat(rig.violations()).isZero();
        }
        judge.ifPresent(JudgingObserver::requireConformity);
    }

    private static Plan.Cost daily(Plan plan) {
        return plan.costs().stream()
                .filter(cost -> cost.allowance().equals("daily"))
                .findFirst()
                .orElseThrow();
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
            long before = rig.tokens();
            Plan plan = PipedriveRig.prepare(migration);
            long prepared = rig.tokens();
            RunReport run = migration.run();
            long ran = rig.tokens();
            Reconciliation proof = migration.verify();
            long verified = rig.tokens();

            assertThat(proof.result()).isEqualTo(StepResult.COMPLETE);
            long writes = rig.tokensOf(WRITES);
            long byParent = rig.tokensOf(BY_PARENT);
            assertThat(verified - before - byParent)
                    .as("tokens spent, writes being %d", writes)
                    .isBetween(writes, Math.round(1.03 * writes));
            assertThat(run.result()).isEqualTo(StepResult.COMPLETE);
            Plan.Cost forecast = daily(plan);
            assertThat((double) (verified - prepared))
                    .isCloseTo((double) (forecast.run() + forecast.verify()), withinPercentage(3));
            assertThat((double) (ran - prepared)).isCloseTo((double) forecast.run(), withinPercentage(3));
            assertThat(rig.violations()).isZero();
        }
    }
}
