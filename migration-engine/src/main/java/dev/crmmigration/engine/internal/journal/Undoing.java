package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is taken back of what was written, and what is kept. */
public final class Undoing {

    /** Stands for a record that is not ours, and for none. */
    private static final long NOTHING = 0;

    private static final String THERE = "ref IS NOT NULL AND state <> 'DELETED'";

    private final Database database;
    private final String made;
    private final String changed;

    private final int generation;

    private Undoing(Effects effects, int generation, String made, String changed) {
        this.database = effects.database();
        this.generation = generation;
        this.made = THERE + made;
        this.changed = THERE + changed;
        database.script(
                "CREATE TEMP TABLE IF NOT EXISTS refers(child INTEGER NOT NULL, parent INTEGER NOT NULL, PRIMARY"
                        + " KEY(child, parent)) WITHOUT ROWID",
                "DELETE FROM temp.refers");
    }

    /** Takes back everything. */
    public static Undoing everything(Effects effects) {
        return new Undoing(effects, 1, "", " AND 0");
    }

    /** Takes back what was written for a generation, which is the last one. */
    public static Undoing of(Effects effects, int generation) {
        return new Undoing(
                effects,
                generation,
                " AND born = " + generation,
                " AND changed IS " + generation + " AND born <> " + generation);
    }

    /** Forgets what an earlier, unfinished rollback meant to keep or had sent: it may be repeated. */
    public void beginUndo() {
        database.update("UPDATE effect SET undo = NULL WHERE undo NOT IN ('DELETED', 'ALREADY_GONE', 'RESTORED')");
        // Asked for at every round, of which there are as many as there are records; a run would pay for it and not
        // need it
        database.script("CREATE INDEX IF NOT EXISTS effect_undo ON effect(depth, id)"
                + " WHERE ref IS NOT NULL AND undo IS NULL");
    }

    /** Forgets what only a rollback needs. */
    public void endUndo() {
        database.script("DROP INDEX IF EXISTS effect_undo");
    }

    /** Tells whether a record was made by what is taken back. */
    public boolean isMade(Effect effect) {
        return is(effect, made);
    }

    /** Tells whether a record was changed by what is taken back. */
    public boolean isChanged(Effect effect) {
        return is(effect, changed);
    }

    private boolean is(Effect effect, String what) {
        return database.number("SELECT count(*) FROM effect WHERE id = ? AND " + what, effect.number()) > 0;
    }

    /** Tells whether people had edited a record before a delta changed it. */
    public boolean isTouched(Effect effect) {
        return database.number("SELECT touched FROM effect WHERE id = ?", effect.number()) > 0;
    }

    /** Says why the record of an effect is not taken away. */
    public void keep(Effect effect, String reason) {
        database.update("UPDATE effect SET undo = ? WHERE id = ? AND undo IS NULL", "KEPT " + reason, effect.number());
    }

    /** Notes that a record of ours is there, and to which others of ours it refers now, whatever the plan wanted. */
    public void sees(Effect effect, Collection<Effect> referredTo) {
        refers(effect.number(), NOTHING);
        referredTo.forEach(parent -> refers(effect.number(), parent.number()));
    }

    /** Notes to which of our records one of others refers. */
    public void seesStranger(Collection<Effect> referredTo) {
        referredTo.forEach(parent -> refers(NOTHING, parent.number()));
    }

    private void refers(long child, long parent) {
        database.update("INSERT OR IGNORE INTO temp.refers(child, parent) VALUES(?, ?)", child, parent);
    }

    /**
     * Keeps whatever a record refers to that stays. What nobody can have seen is taken to be there and as the plan wanted it.
     *
     * @param seen objects of which every record was seen
     */
    public void keepWhatIsReferredTo(Collection<ObjectType> seen) {
        String unseen = unseen(seen);
        String keep = "UPDATE effect SET undo = ? WHERE undo IS NULL AND " + made + " AND (" + unseen
                + " OR id IN (SELECT child FROM temp.refers)) AND id IN (";
        database.update(
                keep + "SELECT parent FROM temp.refers WHERE child = " + NOTHING + ")",
                "KEPT a record that is not ours refers to it");
        String stays = "(c.undo LIKE 'KEPT%' OR NOT (" + made + ") AND NOT (" + changed + "))";
        int kept = 1;
        while (kept > 0) {
            kept = database.update(
                    keep + "SELECT r.parent FROM temp.refers r JOIN effect c ON c.id = r.child WHERE " + stays
                            + " UNION SELECT e.parent FROM edge e JOIN effect c ON c.id = e.child"
                            + " WHERE c.undo LIKE 'KEPT%' AND c." + unseen + ")",
                    "KEPT a kept record refers to it");
        }
    }

    /** Puts back the books of changed records that are away: there is nothing to change back. */
    public void forgetChangesOfWhatIsAway(Collection<ObjectType> seen) {
        String of = "FROM change c WHERE c.generation = ?1 AND c.effect = effect.id";
        database.update(
                "UPDATE effect SET undo = 'AWAY', prints = (SELECT c.prints " + of + "), image = (SELECT c.image " + of
                        + "), changed = (SELECT c.changed " + of + ") WHERE " + changed + " AND undo IS NULL AND NOT ("
                        + unseen(seen) + ") AND id NOT IN (SELECT child FROM temp.refers) AND EXISTS (SELECT 1 " + of
                        + ")",
                generation);
    }

    private static String unseen(Collection<ObjectType> seen) {
        return seen.stream()
                .map(type -> "'" + type.name() + "'")
                .collect(Collectors.joining(", ", "to_type NOT IN (", ")"));
    }

    /** Keeps changed records of which nobody knows what they were before. */
    public void keepUnknown() {
        database.update(
                "UPDATE effect SET undo = 'KEPT nobody knows what it was before' WHERE " + changed
                        + " AND undo IS NULL AND id NOT IN (SELECT effect FROM change WHERE generation = ?"
                        + " AND before IS NOT NULL)",
                generation);
    }

    /** Returns records that were made and are still to be taken away, those that others refer to last. */
    public List<Effect> toUndo(int most) {
        return database.list(
                Effects.COLUMNS + "WHERE " + made + " AND undo IS NULL AND depth ="
                        + " (SELECT max(depth) FROM effect WHERE " + made + " AND undo IS NULL)"
                        + " ORDER BY id DESC LIMIT ?",
                Effects.EFFECT,
                most);
    }

    /** Returns records that were changed and are still to be changed back. */
    public List<Effect> toRestore(int most) {
        return database.list(
                Effects.COLUMNS + "WHERE " + changed + " AND undo IS NULL ORDER BY id DESC LIMIT ?",
                Effects.EFFECT,
                most);
    }

    /** Records what became of an effect that is taken back, or why it cannot be. */
    public void undone(Effect effect, String how) {
        database.update("UPDATE effect SET undo = ? WHERE id = ?", how, effect.number());
    }

    /** Says that what takes an effect back is to be sent again. */
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
