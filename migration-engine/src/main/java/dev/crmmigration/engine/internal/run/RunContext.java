package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.DestinationSession;
import dev.crmmigration.engine.Waiter;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Journal;
import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What a run works with.
 *
 * @param generation the generation of the source that is written
 * @param serverClock dates the intents, because the destination dates its records by it
 * @param strictObjects objects of which only one record is created at a time
 * @param stopRequested whether somebody wants the run to end
 * @param bookkeeping called after every round, on the thread of the step
 */
public record RunContext(
        DestinationSession destination,
        WriteFactory writes,
        Canon canon,
        Journal journal,
        Effects effects,
        Changes changes,
        int generation,
        Clock clock,
        Clock serverClock,
        Waiter waiter,
        Set<String> strictObjects,
        BooleanSupplier stopRequested,
        Runnable bookkeeping) {

    /** Opens the window of calls; none is made any more when the workspace is no longer ours. */
    CallWindow window(int width) {
        return new CallWindow(destination.writer(), canon, width, journal.database()::checkHeld);
    }
}
