package dev.crmmigration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crmmigration.api.budget.Allowance;
import dev.crmmigration.api.budget.Cost;
import dev.crmmigration.api.budget.Meter;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.destination.WriteOutcome.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the steps take, each by itself. */
class StepCostTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(folder).customers(9);
    }

    private static StepCost cost(RunReport report, String step) {
        return report.steps().stream()
                .filter(cost -> cost.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isListedByStep_inTheOrderOfTheSteps() {
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(run.steps())
                    .extracting(StepCost::step)
                    .containsExactly("extract", "plan", "approve", "prepare", "run");
            assertThat(run.steps()).allMatch(step -> step.calls() == 1).allMatch(step -> step.diskBytes() > 10_000);
            assertThat(bench.workspace.resolve("reports/run.json")).content().contains("\"step\" : \"run\"");
            assertThat(migration.status().steps()).hasSize(5);
        }
    }

    @Test
    void namesWhatEachStepHasSpent() {
        List<Meter> meters = new ArrayList<>();
        bench.destination.onOpen(context -> {
            Meter meter = context.meter("box-1");
            meter.declare(List.of(Allowance.daily("daily", 1_000_000)));
            meters.add(0, meter);
        });
        bench.destination.beforeCatalog(() -> spend(meters.get(0), 7));
        bench.destination.writer(writer -> batch -> {
            spend(meters.get(0), 10);
            return writer.write(batch);
        });
        try (Migration migration = bench.open()) {
            RunReport run = Bench.readyAndRun(migration);

            assertThat(cost(run, "extract").spent()).isEmpty();
            assertThat(cost(run, "run").spent().get("daily")).isBetween(160L, 167L);
            assertThat(run.steps().stream()
                            .mapToLong(step -> step.spent().getOrDefault("daily", 0L))
                            .sum())
                    .isEqualTo(run.spent().get("daily"));
        }
    }

    private static void spend(Meter meter, long units) {
        try {
            meter.acquire(List.of(new Cost("daily", units)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isSummedOverTheCallsOfAStep_alsoInAnotherProcess() {
        AtomicInteger parks = new AtomicInteger();
        bench.account.before(write -> parks.getAndIncrement() % 10 == 4
                ? Optional.of(new WriteOutcome.Postponed(
                        write.effect(), bench.clock.instant().plus(Duration.ofHours(3)), Reason.BUDGET))
                : Optional.empty());
        bench.destination.beforeCatalog(
                () -> bench.clock.advanceTo(bench.clock.instant().plusSeconds(60)));
        try (Migration migration = bench.open()) {
            RunReport parked = Bench.readyAndRun(migration);
            assertThat(parked.result().completion()).isEqualTo(Completion.PARKED);
        }
        try (Migration migration = bench.open()) {
            Duration before = cost(migration.report(), "run").time();
            RunReport run = migration.run();

            StepCost cost = cost(run, "run");
            assertThat(cost.calls()).isEqualTo(2);
            assertThat(cost.time()).isEqualTo(before.plusSeconds(60));
            assertThat(cost.machineTime()).isPositive();
            assertThat(cost(migration.report(), "run").diskBytes()).isGreaterThanOrEqualTo(cost.diskBytes());
        }
    }
}
