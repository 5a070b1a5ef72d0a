package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.error.ConfigurationException;
import dev.crmmigration.engine.Completion;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.PrepareReport;
import dev.crmmigration.engine.Reconciliation;
import dev.crmmigration.engine.Rehearsal;
import dev.crmmigration.engine.RehearsalReport;
import dev.crmmigration.engine.RunReport;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.store.RehearsalFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out the approved plan in another account, whole and with a journal of its own, so that what would fail is known
 * before it happens. What was read of the source is not read again.
 */
final class RehearseStep {

    /** What is rehearsed in the folder: the plan, and in which account. */
    private static final String UNDER_WAY = "rehearsal";

    private final MigrationSession session;
    private final MigrationSteps inner;
    private final MigrationSession within;
    private final Rehearsal what;
    private final List<String> notes = new ArrayList<>();

    /** @param inner the steps in the rehearsal's own workspace */
    RehearseStep(MigrationSession session, MigrationSteps inner, MigrationSession within, Rehearsal what) {
        this.session = session;
        this.inner = inner;
        this.within = within;
        this.what = what;
    }

    /** Makes the folder ready: one that was begun for this plan is gone on with, any other begins anew. */
    static void furnish(MigrationSession session, RehearsalFolder folder) {
        PlanFile plan = session.approvedPlan(session.platforms().recentAccount());
        if (session.generation() > 1) {
            throw new NotApprovedException("a rehearsal comes before the run, and this migration is at a delta");
        }
        if (!session.journal().fact(UNDER_WAY).orElse("").equals(plan.fingerprint()) || !folder.isThere()) {
            session.journal().forget(UNDER_WAY);
            folder.furnish(session.workspace(), session.snapshot()::copyTo);
            session.journal().fact(UNDER_WAY, plan.fingerprint());
        }
    }

    RehearsalReport run() {
        Catalog real = session.platforms().recentAccount();
        String fingerprint = session.approvedPlan(real).fingerprint();
        Catalog account = within.platforms().recentAccount();
        if (account.account().equals(real.account())) {
            throw new ConfigurationException(
                    "the rehearsal would write into the account of the migration itself. Name the"
                            + " settings of another account");
        }
        if (within.phase() == Phase.NEW) {
            begin(real, account);
        }
        StepResult ready = ready();
        if (ready.completion() != Completion.COMPLETE) {
            return report(ready, fingerprint, account.account(), false, List.of());
        }
        RunReport run = inner.run();
        if (run.result().completion() != Completion.COMPLETE && run.result().completion() != Completion.WAITS) {
            return report(run.result(), fingerprint, account.account(), false, List.of());
        }
        Reconciliation proof = inner.verify();
        boolean isOver = proof.result().completion() != Completion.PARKED
                && proof.result().completion() != Completion.STOPPED;
        if (isOver) {
            new RehearsalGate(session).rehearsed(fingerprint, account.account());
            session.journal().forget(UNDER_WAY);
        }
        return report(
                isOver ? result(run, proof) : proof.result(),
                fingerprint,
                account.account(),
                proof.closed(),
                proof.differences());
    }

    private void begin(Catalog real, Catalog account) {
        if (what.likeTheReal()) {
            notes.addAll(Likeness.make(real, account, within.platforms().schema()));
            within.platforms().forgetAccount();
        }
        String plan = within.workspace().plan().orElseThrow();
        within.workspace().writePlan(PlanFile.forAccount(plan, account.account()));
        new RehearsalGate(within).within();
        within.journal().fact("phase", Phase.EXTRACTED.name());
    }

    private StepResult ready() {
        if (within.phase().compareTo(Phase.PREPARED) >= 0) {
            return StepResult.COMPLETE;
        }
        Plan plan = inner.plan(false);
        if (plan.result().completion() != Completion.COMPLETE) {
            List<String> reasons = new ArrayList<>(plan.result().reasons());
            plan.questions().forEach(question -> reasons.add(question.where() + ": " + question.question()));
            return new StepResult(plan.result().completion(), plan.result().until(), reasons);
        }
        inner.approve("rehearsal");
        PrepareReport prepared = inner.prepare();
        return prepared.result();
    }

    private static StepResult result(RunReport run, Reconciliation proof) {
        List<String> reasons = new ArrayList<>();
        if (run.result().completion() != Completion.COMPLETE) {
            reasons.addAll(run.result().reasons());
        }
        if (!proof.closed()) {
            reasons.addAll(proof.result().reasons());
        }
        reasons.add("look at the rehearsal, then accept it; or correct the plan, approve it, and rehearse again");
        return StepResult.of(Completion.WAITS, reasons);
    }

    private RehearsalReport report(
            StepResult result,
            String fingerprint,
            String account,
            boolean closed,
            List<Reconciliation.Difference> differences) {
        RunReport counts = RunCounts.report(within, result, 0);
        return new RehearsalReport(
                result,
                fingerprint,
                account,
                notes,
                counts.mappings(),
                counts.held(),
                counts.failed(),
                counts.first(),
                closed,
                differences,
                new RehearsalGate(session).accepted());
    }
}
