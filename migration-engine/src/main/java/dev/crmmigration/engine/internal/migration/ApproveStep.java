package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.engine.Approval;
import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.journal.ClosedPhases;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.prepare.BeforeImage;
import dev.crmmigration.engine.internal.prepare.SchemaReceipts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Binds a person to the plan as it stands: to its fingerprint, and to the fields of the account that it touches. */
final class ApproveStep {

    private final MigrationSession session;

    ApproveStep(MigrationSession session) {
        this.session = session;
    }

    Approval run(String by, Instant now) {
        Catalog catalog = session.platforms().recentAccount();
        String account = catalog.account();
        if (!session.isPlanChecked()) {
            Plan plan = new PlanStep(session).run(false);
            if (!plan.questions().isEmpty()) {
                return new Approval(plan.result(), plan.fingerprint(), account, by, now);
            }
        }
        PlanFile file = PlanFile.load(session.workspace(), session.connectors().mappings(), catalog);
        boolean same = session.journal().fact("approved").equals(Optional.of(file.fingerprint()));
        session.journal().database().transaction(() -> {
            session.journal().fact("approved", file.fingerprint());
            session.journal().fact("account", account);
            session.journal().fact("footprint", String.join("\n", file.footprint()));
        });
        file.remember(session.workspace());
        boolean stays = same && session.phase() != Phase.PLANNED && session.phase() != Phase.ROLLED_BACK;
        if (session.phase() == Phase.ROLLED_BACK) {
            beginAgain();
        }
        session.reach(
                stays ? session.phase() : Phase.APPROVED,
                "approved",
                Map.of("fingerprint", file.fingerprint(), "account", account, "by", by));
        return new Approval(StepResult.COMPLETE, file.fingerprint(), account, by, now);
    }

    /** After a rollback nothing of ours is there: the next prepare starts with a new image. */
    private void beginAgain() {
        session.effects().forget();
        session.changes().forgetAll();
        new ClosedPhases(session.effects()).forget();
        BeforeImage.beginAgain(session.journal(), session.generation());
        new SchemaReceipts(session.journal()).forget();
        new SampleGate(session).forget();
    }
}
