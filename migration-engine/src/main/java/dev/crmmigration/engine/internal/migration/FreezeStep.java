package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Freeze;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records the moment after which the source must not change. A later freeze takes the place of an earlier one. */
final class FreezeStep {

    private final MigrationSession session;

    FreezeStep(MigrationSession session) {
        this.session = session;
    }

    Freeze run(String by) {
        Milestones milestones = session.milestones();
        Optional<Mark> earlier = milestones.freeze();
        Mark mark = new Mark(session.clock().instant(), by);
        session.journal().database().transaction(() -> {
            milestones.freeze(mark);
            session.journal().event("frozen", Map.of("by", by));
        });
        session.audit().deliver();
        return new Freeze(StepResult.COMPLETE, by, mark.at(), earlier.map(Mark::at), checklist());
    }

    private List<String> checklist() {
        String source = session.connectors().source().platform();
        String destination = session.connectors().destination().platform();
        return List.of(
                "Stop writes in " + source + ": people, forms, checkouts, integrations and imports. Take rights away"
                        + " where that is possible",
                "Pause sends in " + source + ": campaigns, sequences, reminders, automations",
                "Take the final export of " + source
                        + " now, of every object; if it is read directly, the delta does that",
                "Call delta, then verify, then cutover; whoever works, works in " + destination + " only after it");
    }
}
