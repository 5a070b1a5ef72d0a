package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.StepCost;
import dev.crmmigration.engine.WorkspaceInUseException;
import dev.crmmigration.engine.internal.journal.StepCosts;
import dev.crmmigration.engine.internal.journal.StepCosts.Taken;
import dev.crmmigration.engine.internal.store.StoreException;
import dev.crmmigration.engine.internal.store.Workspace;
import dev.crmmigration.engine.internal.time.SystemTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps time, spending and disk of each step. What a step has taken is made durable with its spending, so that a process
 * that is killed loses no more than its last moments.
 */
final class StepWatch {

    private static final Logger log = LoggerFactory.getLogger(StepWatch.class);

    private final Workspace workspace;
    private final Clock clock;
    private final Spending spending;
    private final StepCosts costs;
    private @Nullable Call call;

    StepWatch(Workspace workspace, Clock clock, Spending spending) {
        this.workspace = workspace;
        this.clock = clock;
        this.spending = spending;
        this.costs = new StepCosts(workspace.journal());
        spending.onStore(this::store);
    }

    /**
     * A call of a step.
     *
     * @param earlier what the step had taken before
     * @param spent what the migration had spent before
     */
    private record Call(Taken earlier, Instant begun, long begunNanos, Map<String, Long> spent) {}

    void begin(String step) {
        Taken earlier = costs.of(step).orElseGet(() -> new Taken(step, 0, Duration.ZERO, Duration.ZERO, Map.of(), 0));
        call = new Call(earlier, clock.instant(), SystemTime.steadyNanos(), spending.spent());
    }

    /** A workspace that cannot take it any more has already ended the step for a better reason. */
    void end() {
        try {
            measure();
        } catch (StoreException | WorkspaceInUseException e) {
            log.warn("what the step took could not be kept: {}", e.getClass().getName());
        }
        call = null;
    }

    /** Returns what all steps have taken, the one that is under way until now. */
    List<StepCost> costs() {
        measure();
        return costs.all().stream()
                .map(taken -> new StepCost(
                        taken.step(),
                        taken.calls(),
                        taken.time(),
                        taken.machineTime(),
                        taken.spent(),
                        taken.diskBytes()))
                .toList();
    }

    private void measure() {
        if (call != null) {
            costs.set(taken(call, workspace.size()));
        }
    }

    /** Going through the folder takes time, so that its size stays as it was until the end. */
    private void store() {
        if (call != null) {
            costs.set(taken(call, call.earlier().diskBytes()));
        }
    }

    private Taken taken(Call now, long diskBytes) {
        Taken earlier = now.earlier();
        Map<String, Long> spent = new TreeMap<>(earlier.spent());
        spending.spent().forEach((allowance, units) -> {
            long more = units - now.spent().getOrDefault(allowance, 0L);
            if (more > 0) {
                spent.merge(allowance, more, Long::sum);
            }
        });
        return new Taken(
                earlier.step(),
                earlier.calls() + 1,
                earlier.time().plus(Duration.between(now.begun(), clock.instant())),
                earlier.machineTime().plusNanos(SystemTime.steadyNanos() - now.begunNanos()),
                spent,
                diskBytes);
    }
}
