package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;

/** What is taken back of what was written, and what is kept. */
public final class Undoing {

    private final Database database;

    public Undoing(Effects effects) {
        this.database = effects.database();
    }

    /** Forgets what an earlier, unfinished rollback meant to keep or had sent: a delete may be repeated. */
    public void beginUndo() {
        database.update("UPDATE effect SET undo = NULL WHERE undo NOT IN ('DELETED', 'ALREADY_GONE')");
    }

    /** Says why the record of an effect is not taken away. */
    public void keep(Effect effect, String reason) {
        database.update("UPDATE effect SET undo = ? WHERE id = ? AND undo IS NULL", "KEPT " + reason, effect.number());
    }

    /** Keeps whatever a kept record refers to. */
    public void keepWhatKeptOnesNeed() {
        int changed = 1;
        while (changed > 0) {
            changed = database.update("UPDATE effect SET undo = 'KEPT a kept record refers to it' WHERE undo IS NULL"
                    + " AND state = 'WRITTEN' AND id IN (SELECT edge.parent FROM edge JOIN effect c ON c.id = edge.child"
                    + " WHERE c.undo LIKE 'KEPT%')");
        }
    }

    /** Returns records of ours that are still to be taken away, those that others refer to last. */
    public List<Effect> toUndo(int most) {
        return database.list(
                Effects.COLUMNS + "WHERE state = 'WRITTEN' AND undo IS NULL AND depth ="
                        + " (SELECT max(depth) FROM effect WHERE state = 'WRITTEN' AND undo IS NULL)"
                        + " ORDER BY id DESC LIMIT ?",
                Effects.EFFECT,
                most);
    }

    /** Records that the record of an effect is away: {@code DELETED} or {@code ALREADY_GONE}; or why it cannot be. */
    public void undone(Effect effect, String how) {
        database.update("UPDATE effect SET undo = ? WHERE id = ?", how, effect.number());
    }

    /** Says that a delete is to be sent again. */
    public void undoAgain(Effect effect) {
        database.update("UPDATE effect SET undo = NULL WHERE id = ?", effect.number());
    }

    public long countUndone(String how) {
        return database.number("SELECT count(*) FROM effect WHERE undo = ?", how);
    }

    /** Returns records of ours that were kept or could not be taken away, with the reason. */
    public List<KeptRecord> kept(int most) {
        return database.list(
                "SELECT to_type, ref, substr(undo, 6) FROM effect WHERE undo LIKE 'KEPT%' OR undo LIKE 'LEFT%'"
                        + " ORDER BY id LIMIT ?",
                row -> new KeptRecord(RecordRef.of(row.getString(1), row.getString(2)), row.getString(3)), most);
    }

    /** A record of ours that is still there after a rollback. */
    public record KeptRecord(RecordRef ref, String reason) {}
}
