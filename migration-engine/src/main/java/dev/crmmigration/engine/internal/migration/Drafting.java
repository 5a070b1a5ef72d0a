package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.Evaluator;
import dev.crmmigration.engine.internal.expression.RelatedRecords;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.PlanValueMaps;
import dev.crmmigration.engine.internal.plan.Policies;
import dev.crmmigration.engine.internal.prepare.EffectPlanner;
import dev.crmmigration.engine.internal.profile.StaleContacts;
import dev.crmmigration.engine.internal.snapshot.Attachments;
import dev.crmmigration.engine.internal.snapshot.RelatedIndex;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import dev.crmmigration.engine.internal.store.Database;

/** Puts together what makes drafts. */
final class Drafting {

    private Drafting() {}

    /**
     * Returns what works out all that a plan owes.
     *
     * @param database the database of the effects
     * @param maps the value maps of the plan, which count what they are asked
     * @param looksAtAll whether contacts that may be left out are looked for even if the plan keeps them
     */
    static EffectPlanner planner(
            MigrationSession session, PlanFile plan, PlanValueMaps maps, Database database, boolean looksAtAll) {
        boolean leavesOut = plan.compiled().answer(Policies.STALE_CONTACTS).equals(Policies.LEAVE_OUT);
        return new EffectPlanner(
                plan.compiled(),
                session.snapshot(),
                drafter(plan, maps, session.snapshot()),
                files(session, plan),
                database,
                leavesOut || looksAtAll ? stale(session) : StaleContacts.none());
    }

    /** Returns the files of the snapshot, of which the plan may keep some elsewhere. */
    static Attachments files(MigrationSession session, PlanFile plan) {
        return session.attachments().hostedAt(plan.compiled().host());
    }

    /** Who is at the destination already stays there, however long nothing has been heard. */
    private static StaleContacts stale(MigrationSession session) {
        StaleContacts stale = StaleContacts.of(session.snapshot());
        session.effects().forEachWrittenOrigin(stale::spare);
        return stale;
    }

    /** Returns a drafter over a snapshot; related records are found by an index that evaluates keys without relations. */
    static Drafter drafter(PlanFile plan, PlanValueMaps maps, Snapshot snapshot) {
        RelatedRecords none = (related, key) -> {
            throw new IllegalStateException("the key of a relation cannot itself be a relation: " + related);
        };
        Drafter keys = new Drafter(new Evaluator(plan.functions(), maps, none));
        return new Drafter(new Evaluator(plan.functions(), maps, new RelatedIndex(snapshot, keys::text)));
    }
}
