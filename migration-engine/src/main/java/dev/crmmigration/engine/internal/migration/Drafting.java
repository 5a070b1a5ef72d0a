package dev.crmmigration.engine.internal.migration;

import dev.crmmigration.engine.internal.draft.Drafter;
import dev.crmmigration.engine.internal.expression.Evaluator;
import dev.crmmigration.engine.internal.expression.RelatedRecords;
import dev.crmmigration.engine.internal.plan.PlanFile;
import dev.crmmigration.engine.internal.plan.PlanValueMaps;
import dev.crmmigration.engine.internal.snapshot.RelatedIndex;
import dev.crmmigration.engine.internal.snapshot.Snapshot;

/** Puts together what makes drafts. */
final class Drafting {

    private Drafting() {}

    /** Returns a drafter over a snapshot; related records are found by an index that evaluates keys without relations. */
    static Drafter drafter(PlanFile plan, PlanValueMaps maps, Snapshot snapshot) {
        RelatedRecords none = (related, key) -> {
            throw new IllegalStateException("the key of a relation cannot itself be a relation: " + related);
        };
        Drafter keys = new Drafter(new Evaluator(plan.functions(), maps, none));
        return new Drafter(new Evaluator(plan.functions(), maps, new RelatedIndex(snapshot, keys::text)));
    }
}
