package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands between a rehearsal and the run: somebody has to accept it, for this very plan, if the plan says so. */
final class RehearsalGate {

    /** The plan that was rehearsed to the end. */
    private static final String REHEARSED = "rehearsed";

    /** Who has accepted the rehearsal, when, and of which plan. */
    private static final String ACCEPTED = "rehearsal accepted";

    /** Set in the workspace of a rehearsal, which needs none itself. */
    private static final String WITHIN = "within a rehearsal";

    private final MigrationSession session;

    RehearsalGate(MigrationSession session) {
        this.session = session;
    }

    /** Says that this workspace is that of a rehearsal. */
    void within() {
        session.journal().fact(WITHIN, "");
    }

    void rehearsed(String fingerprint, String account) {
        session.journal().database().transaction(() -> {
            session.journal().fact(REHEARSED, fingerprint);
            session.journal().event("rehearsed", Map.of("fingerprint", fingerprint, "account", account));
        });
    }

    /** Returns who has accepted the rehearsal of the plan that is approved now. */
    Optional<Mark> accepted() {
        return new PlanConsent(session.journal(), ACCEPTED).given();
    }

    private Optional<String> approved() {
        return session.journal().fact("approved");
    }

    Approval accept(String by, Instant at) {
        Optional<String> rehearsed = session.journal().fact(REHEARSED);
        if (rehearsed.isEmpty() || !rehearsed.equals(approved())) {
            throw new StepOrderException("no rehearsal can be accepted: "
                    + (rehearsed.isEmpty() ? "none has come to its end" : "the plan was approved anew since")
                    + ". Next: rehearse");
        }
        session.journal().database().transaction(() -> {
            new PlanConsent(session.journal(), ACCEPTED).give(rehearsed.get(), by, at);
            session.journal().event("rehearsal accepted", Map.of("by", by, "fingerprint", rehearsed.get()));
        });
        session.audit().deliver();
        return new Approval(
                StepResult.COMPLETE,
                rehearsed.get(),
                session.journal().fact("account").orElse(""),
                by,
                at);
    }

    /** Returns what keeps the run from beginning; empty if nothing does. */
    List<String> obstacles(PlanFile plan) {
        boolean isRequired = plan.compiled().answer(Policies.REHEARSAL).equals(Policies.REQUIRED);
        boolean isWaived = session.journal().fact(WITHIN).isPresent() || new SampleGate(session).isOver();
        return isRequired && !isWaived && accepted().isEmpty()
                ? List.of("the choice " + Policies.REHEARSAL
                        + " of the plan wants a rehearsal of this very plan to be accepted"
                        + " first: call rehearse, look at it, and accept it")
                : List.of();
    }
}
