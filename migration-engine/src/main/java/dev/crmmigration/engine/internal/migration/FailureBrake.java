package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.RunTally;
import dev.crmmigration.engine.internal.plan.CompiledPlan;
import dev.crmmigration.engine.internal.plan.Policies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Stops a run in which record after record is refused: whatever is wrong, a person should see it before the rest is
 * spent. The beginning has a limit of its own, because what is wrong with all records shows there. Every run counts anew,
 * so that the next one goes on for another such stretch.
 */
final class FailureBrake {

    private static final int FEWEST = 20;
    private static final int FEWEST_AT_FIRST = 10;
    private static final int SHORTEST_BEGINNING = 50;

    private final RunTally tally;
    private final OptionalInt limit;
    private final OptionalInt limitAtFirst;
    private final long beginning;
    private Optional<StepResult> stop = Optional.empty();

    /** @param owed how many effects the migration owes */
    FailureBrake(Journal journal, CompiledPlan plan, long owed) {
        this.tally = new RunTally(journal);
        this.limit = plan.percentage(Policies.STOP_AFTER);
        this.limitAtFirst = plan.percentage(Policies.BRAKE_AFTER);
        this.beginning = Math.max(SHORTEST_BEGINNING, (owed + 99) / 100);
    }

    /** Counts what has come since the last call; to be called after every round. */
    void tick() {
        if (stop.isEmpty()) {
            tally.count();
            if (tally.tried() <= beginning && isReached(limitAtFirst, FEWEST_AT_FIRST)) {
                stop = Optional.of(stopped(Policies.BRAKE_AFTER, limitAtFirst));
            } else if (isReached(limit, FEWEST)) {
                stop = Optional.of(stopped(Policies.STOP_AFTER, limit));
            }
        }
    }

    private boolean isReached(OptionalInt percentage, int fewest) {
        return percentage.isPresent()
                && tally.failed() >= fewest
                && tally.failed() * 100 >= tally.tried() * percentage.getAsInt();
    }

    private StepResult stopped(String choice, OptionalInt percentage) {
        String reason = tally.mostFrequentReason()
                .map(codes -> ", most of them with " + codes)
                .orElse("");
        return StepResult.of(
                Completion.STOPPED,
                List.of("stopped because " + tally.failed() + " of " + tally.tried() + " records were refused" + reason
                        + "; " + choice + " is " + percentage.orElse(0)
                        + " %. Look at the report and mend the cause, then"
                        + " call run again: it goes on with the records that were not tried yet"));
    }

    boolean hasStopped() {
        return stop.isPresent();
    }

    /** Returns why this stopped the run, if it did, or else the result as it is. */
    StepResult explained(StepResult result) {
        return result.completion() == Completion.STOPPED ? stop.orElse(result) : result;
    }
}
