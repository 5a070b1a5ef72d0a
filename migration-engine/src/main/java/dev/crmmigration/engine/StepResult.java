package dev.crmmigration.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a step ended, and why.
 *
 * @param completion how
 * @param until when a parked step can go on; an estimate
 * @param reasons a sentence each; empty if it is complete
 */
public record StepResult(Completion completion, Optional<Instant> until, List<String> reasons) {

    public static final StepResult COMPLETE = new StepResult(Completion.COMPLETE, Optional.empty(), List.of());

    public StepResult {
        reasons = List.copyOf(reasons);
    }

    public static StepResult of(Completion completion, List<String> reasons) {
        return new StepResult(completion, Optional.empty(), reasons);
    }

    public static StepResult parked(Instant until, String reason) {
        return new StepResult(Completion.PARKED, Optional.of(until), List.of(reason));
    }
}
