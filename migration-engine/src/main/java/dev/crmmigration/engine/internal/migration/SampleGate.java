package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Status.Mark;
import dev.crmmigration.engine.StepOrderException;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.Samples;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands between a sample and the run: somebody has to accept it, for the plan that it was written by. */
final class SampleGate {

    /** Set when the run has begun, of which the sample is a part then. */
    private static final String OVER = "sample over";

    /** Who has accepted the sample, when, and for which plan. */
    static final String ACCEPTED = "sample accepted";

    private final MigrationSession session;
    private final Samples samples;

    SampleGate(MigrationSession session) {
        this.session = session;
        this.samples = new Samples(session.effects());
    }

    /** Returns who has accepted the sample for the plan that is approved now. */
    Optional<Mark> accepted() {
        return new PlanConsent(session.journal(), ACCEPTED).given();
    }

    /** Tells whether records of a sample are at the destination that nobody has accepted. */
    private boolean isWaiting() {
        return samples.count() > 0 && accepted().isEmpty();
    }

    Approval accept(String by, Instant at) {
        if (!canBeTakenBack()) {
            throw new StepOrderException("no sample can be accepted: "
                    + (isOver() ? "the run has begun already. Next: run" : "none was written. Next: sample"));
        }
        String fingerprint = session.journal().fact("approved").orElseThrow();
        session.journal().database().transaction(() -> {
            new PlanConsent(session.journal(), ACCEPTED).give(fingerprint, by, at);
            session.journal().event("sample accepted", Map.of("by", by, "records", String.valueOf(samples.count())));
        });
        session.audit().deliver();
        return new Approval(
                StepResult.COMPLETE,
                fingerprint,
                session.journal().fact("account").orElse(""),
                by,
                at);
    }

    /** Tells whether the run has begun: the sample is a part of it. */
    boolean isOver() {
        return session.journal().fact(OVER).isPresent();
    }

    /** Says that the run begins. */
    void close() {
        session.journal().fact(OVER, "");
    }

    /** Tells whether there is a sample that can be taken back alone. */
    boolean canBeTakenBack() {
        return samples.count() > 0 && !isOver();
    }

    /** Returns what keeps the run from beginning; empty if nothing does. */
    List<String> obstacles(PlanFile plan) {
        if (isOver()) {
            return List.of();
        }
        if (isWaiting()) {
            return List.of(
                    "the sample of " + samples.count() + " record(s) is not accepted for this plan: look at it and"
                            + " accept it; or call sample again, or roll the sample back");
        }
        boolean isRequired = plan.compiled().answer(Policies.SAMPLE).equals(Policies.REQUIRED);
        return isRequired && accepted().isEmpty()
                ? List.of("the choice " + Policies.SAMPLE
                        + " of the plan wants a sample to be accepted first: call sample")
                : List.of();
    }

    /** Forgets the sample with everything about it. */
    void forget() {
        samples.forget();
        session.journal().forget(ACCEPTED);
        session.journal().forget(OVER);
    }

    /** Forgets what was taken back; what had to be kept is still a part of the sample. */
    void takenBack() {
        samples.forgetTakenBack();
        session.journal().forget(ACCEPTED);
    }
}
