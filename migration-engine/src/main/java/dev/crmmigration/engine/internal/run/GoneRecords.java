package dev.crmmigration.engine.internal.run;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EventNames;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.journal.Effects;
import dev.crmmigration.engine.internal.journal.Journal;
import java.util.List;
import java.util.Map;

/** Takes away the records that the source has no more, where the plan says so. */
public final class GoneRecords implements Repeatables.Work {

    private final Journal journal;
    private final Effects effects;
    private final Changes changes;

    public GoneRecords(RunContext context) {
        this.journal = context.journal();
        this.effects = context.effects();
        this.changes = context.changes();
        changes.deleteAgain();
    }

    @Override
    public List<Effect> next(int most) {
        return changes.toDelete(most);
    }

    @Override
    public int level(Effect effect) {
        return effect.depth();
    }

    @Override
    public Write write(Effect effect) {
        return new Write.Delete(effect.id(), effect.ref().orElseThrow());
    }

    @Override
    public void underWay(Effect effect) {
        changes.deleting(effect, true);
    }

    @Override
    public void done(Effect effect, WriteOutcome.Written written) {
        changes.deleted(effect);
        journal.event(
                "deleted",
                Map.of(
                        "effect",
                        EventNames.of(effect.id()),
                        "record",
                        effect.ref().orElseThrow().toString()));
    }

    @Override
    public void again(Effect effect) {
        changes.deleting(effect, false);
    }

    @Override
    public void refused(Effect effect, String why) {
        changes.deleting(effect, false);
        effects.ended(effect, EffectState.FAILED, why, "the destination refused to delete it");
        journal.event("failed", Map.of("effect", EventNames.of(effect.id()), "reason", why));
    }

    @Override
    public String step() {
        return "run";
    }
}
