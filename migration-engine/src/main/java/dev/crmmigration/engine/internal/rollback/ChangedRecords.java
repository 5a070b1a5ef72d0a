package dev.crmmigration.engine.internal.rollback;

import dev.crmmigration.api.catalog.Access;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.Write;
import dev.crmmigration.api.destination.WriteOutcome;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.engine.internal.journal.Changes;
import dev.crmmigration.engine.internal.journal.Changes.Before;
import dev.crmmigration.engine.internal.journal.Effect;
import dev.crmmigration.engine.internal.journal.EventNames;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.journal.Undoing;
import dev.crmmigration.engine.internal.run.Repeatables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts records that a delta changed back to what they were before it: the fields that it wrote, and no others. */
public final class ChangedRecords implements Repeatables.Work {

    private final Journal journal;
    private final Undoing undoing;
    private final Changes changes;
    private final Catalog account;

    public ChangedRecords(Journal journal, Undoing undoing, Changes changes, Catalog account) {
        this.journal = journal;
        this.undoing = undoing;
        this.changes = changes;
        this.account = account;
        undoing.keepUnknown();
    }

    @Override
    public List<Effect> next(int most) {
        return undoing.toRestore(most);
    }

    @Override
    public int level(Effect effect) {
        return 0;
    }

    @Override
    public Write write(Effect effect) {
        Before before = changes.before(effect).orElseThrow();
        Map<String, FieldValue> fields = before.fields().orElseThrow();
        Map<String, FieldValue> old = new LinkedHashMap<>();
        for (FieldDescription field : account.object(effect.to()).orElseThrow().fields()) {
            if (field.access() == Access.WRITABLE && !before.prints().isSameSent(field.key(), effect.prints())) {
                old.put(field.key(), fields.getOrDefault(field.key(), FieldValue.cleared()));
            }
        }
        return new Write.Update(effect.id(), effect.ref().orElseThrow(), old);
    }

    @Override
    public void underWay(Effect effect) {
        undoing.undone(effect, "SENT");
    }

    @Override
    public void done(Effect effect, WriteOutcome.Written written) {
        changes.restored(effect, changes.before(effect).orElseThrow());
        journal.event(
                "restored",
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
        undoing.undone(effect, "LEFT the destination refused to change it back: " + why);
    }

    @Override
    public String step() {
        return "rollback";
    }
}
