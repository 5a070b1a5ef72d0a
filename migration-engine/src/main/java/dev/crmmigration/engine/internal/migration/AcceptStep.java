package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Acceptance;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Hypercare;
import java.time.Instant;
import java.util.Map;

/** Ends the migration: from then on nothing is taken back or repaired. */
final class AcceptStep {

    private final MigrationSession session;

    AcceptStep(MigrationSession session) {
        this.session = session;
    }

    Acceptance run(String by) {
        Mark mark = new Mark(session.clock().instant(), by);
        session.journal().database().transaction(() -> {
            session.milestones().acceptance(mark);
            session.journal().event("accepted", Map.of("by", by));
        });
        session.audit().deliver();
        Instant cutOverAt = session.milestones().cutover().orElseThrow().at();
        Hypercare hypercare = new Hypercare(session.effects());
        return new Acceptance(
                StepResult.COMPLETE,
                by,
                mark.at(),
                cutOverAt,
                session.milestones().hypercare().ends().orElse(cutOverAt),
                hypercare.countChecks(cutOverAt),
                hypercare.countRepairs(cutOverAt));
    }
}
