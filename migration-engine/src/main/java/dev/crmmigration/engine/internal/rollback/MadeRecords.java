package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EventNames;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.run.Repeatables;
import java.util.List;
import java.util.Map;

/** Takes away what was made, those that others refer to last. */
public final class MadeRecords implements Repeatables.Work {

    private final Journal journal;
    private final Undoing undoing;

    public MadeRecords(Journal journal, Undoing undoing) {
        this.journal = journal;
        this.undoing = undoing;
    }

    @Override
    public List<Effect> next(int most) {
        return undoing.toUndo(most);
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
        undoing.undone(effect, "SENT");
    }

    @Override
    public void done(Effect effect, WriteOutcome.Written written) {
        undoing.undone(effect, written.how() == WriteOutcome.How.ALREADY_GONE ? "ALREADY_GONE" : "DELETED");
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
        undoing.undoAgain(effect);
    }

    @Override
    public void refused(Effect effect, String why) {
        undoing.undone(effect, "LEFT the destination refused to delete it: " + why);
    }

    @Override
    public String step() {
        return "rollback";
    }
}
