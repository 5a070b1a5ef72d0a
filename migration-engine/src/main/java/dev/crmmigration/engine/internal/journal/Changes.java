package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a generation of the source changes in records that are there already: what they were before, so that it can be
 * decided about edits and taken back, and which fields people had edited.
 */
public final class Changes {

    /** Takes the place of a decision of an earlier generation, which holds again when this one is taken back. */
    private static final String SETTLED = "SETTLED";

    private static final String LAST = "generation = (SELECT max(l.generation) FROM edited l WHERE l.effect = e.effect"
            + " AND l.field = e.field)";

    private static final String OWED =
            "(ref IS NOT NULL AND state IN ('PENDING', 'READY', 'HELD')" + " OR gone = 'DELETE' AND state = 'WRITTEN')";

    private static final String UNREAD = OWED + " AND NOT EXISTS (SELECT 1 FROM change WHERE change.generation = ? AND"
            + " change.effect = effect.id AND change.seen = 1)";

    private final Database database;
    private final int generation;

    /** @param generation the generation of the snapshot that the changes come from */
    public Changes(Effects effects, int generation) {
        this.database = effects.database();
        this.generation = generation;
        database.script(
                "CREATE TABLE IF NOT EXISTS change(generation INTEGER NOT NULL, effect INTEGER NOT NULL, before TEXT,"
                        + " missing INTEGER NOT NULL, prints BLOB, image TEXT, changed INTEGER, found TEXT, seen INTEGER NOT NULL,"
                        + " PRIMARY KEY(generation, effect))"
                        + " WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS edited(effect INTEGER NOT NULL, field TEXT NOT NULL, generation INTEGER NOT"
                        + " NULL, decision TEXT NOT NULL, PRIMARY KEY(effect, field, generation)) WITHOUT ROWID");
    }

    /** What becomes of records whose source is gone. */
    public enum Gone {
        /** They are listed for a person. */
        FLAG,
        /** They stay. */
        KEEP,
        /** They are taken away. */
        DELETE
    }

    /** Returns effects of this generation whose records are there, in order. */
    public List<Effect> there(long after, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE state = 'WRITTEN' AND generation = ? AND id > ? ORDER BY id LIMIT ?",
                Effects.EFFECT,
                generation,
                after,
                most);
    }

    /** Says that the record of an effect is to be changed. */
    public void owe(Effect effect) {
        database.update(
                "UPDATE effect SET state = CASE WHEN waits > 0 THEN 'PENDING' ELSE 'READY' END, not_before = 0,"
                        + " attempts = 0, sent_at = NULL WHERE id = ?",
                effect.number());
    }

    /** Forgets how records stand at the destination: people may have edited them since that was read. */
    public void readAnew() {
        database.update("UPDATE change SET seen = 0 WHERE generation = ? AND seen = 1", generation);
    }

    /** Counts the records of an object that are to be changed or taken away and of which it is not known what they are now. */
    public long unread(ObjectType type) {
        return database.number("SELECT count(*) FROM effect WHERE to_type = ? AND " + UNREAD, type.name(), generation);
    }

    /** Returns effects of an object of which it is not known what the records are now. */
    public List<Effect> unread(ObjectType type, long after, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE to_type = ? AND " + UNREAD + " AND id > ? ORDER BY id LIMIT ?",
                Effects.EFFECT,
                type.name(),
                generation,
                after,
                most);
    }

    /** Tells whether the record of an effect is to be changed or taken away. */
    public boolean isOwed(Effect effect) {
        return database.number("SELECT count(*) FROM effect WHERE id = ? AND " + OWED, effect.number()) > 0;
    }

    /** Keeps what a record is now; what it was before this generation changed it stays. */
    public void before(Effect effect, Map<String, FieldValue> now) {
        keep(effect, ValueCodec.encode(now), false);
    }

    /** Says that nobody but us has changed a record since it was looked at. */
    public void asBefore(Effect effect) {
        database.update("UPDATE change SET seen = 1 WHERE generation = ? AND effect = ?", generation, effect.number());
    }

    /** Remembers that a record cannot be read. */
    public void unreadable(Effect effect) {
        keep(effect, null, false);
    }

    /** Remembers that somebody has taken a record away. */
    public void missing(Effect effect) {
        keep(effect, null, true);
    }

    private void keep(Effect effect, @Nullable String now, boolean missing) {
        database.update(
                "INSERT INTO change(generation, effect, before, missing, prints, image, changed, found, seen)"
                        + " SELECT ?1, id, ?2, ?3, prints, image, changed, ?2, 1 FROM effect WHERE id = ?4"
                        + " ON CONFLICT(generation, effect) DO UPDATE SET found = excluded.found, missing ="
                        + " excluded.missing, seen = 1, before = CASE WHEN excluded.changed IS excluded.generation"
                        + " THEN before ELSE excluded.before END",
                generation,
                now,
                missing ? 1 : 0,
                effect.number());
    }

    /** Returns what is known of a record before its change; empty if nothing was kept. */
    public Optional<Before> before(Effect effect) {
        return database.first(
                "SELECT before, found, missing, prints, image FROM change WHERE generation = ? AND effect = ?",
                row -> new Before(
                        Optional.ofNullable(row.getString(1)).map(ValueCodec::decode),
                        Optional.ofNullable(row.getString(2)).map(ValueCodec::decode),
                        row.getInt(3) > 0,
                        Prints.decode(row.getBytes(4)),
                        Optional.ofNullable(row.getString(5))),
                generation,
                effect.number());
    }

    /**
     * A record before its change.
     *
     * @param fields as they were before this generation changed them; empty if the record could not be read
     * @param found as they were read last
     * @param isMissing whether somebody had taken it away
     * @param prints what had been written of it
     * @param image its hash as we had left it
     */
    public record Before(
            Optional<Map<String, FieldValue>> fields,
            Optional<Map<String, FieldValue>> found,
            boolean isMissing,
            Prints prints,
            Optional<String> image) {}

    /** Says that people have edited a record since we left it. */
    public void touched(Effect effect) {
        database.update("UPDATE effect SET touched = 1 WHERE id = ? AND touched = 0", effect.number());
    }

    /** Says what is done about a field that people have edited and the source has changed. */
    public void edited(Effect effect, String field, Decision decision) {
        database.update(
                "INSERT OR REPLACE INTO edited(effect, field, generation, decision) VALUES(?, ?, ?, ?)",
                effect.number(),
                field,
                generation,
                decision.name());
    }

    /** Says that what was decided about a field holds no more: it is written again. */
    public void settled(Effect effect, String field) {
        database.update(
                "DELETE FROM edited WHERE effect = ? AND field = ? AND generation = ?",
                effect.number(),
                field,
                generation);
        database.update(
                "INSERT INTO edited(effect, field, generation, decision) SELECT ?, ?, ?, '" + SETTLED
                        + "' WHERE EXISTS (SELECT 1 FROM edited WHERE effect = ? AND field = ?)",
                effect.number(),
                field,
                generation,
                effect.number(),
                field);
    }

    /** Returns the fields of a record that were left as they are at the destination. */
    public Set<String> left(Effect effect) {
        return Set.copyOf(database.list(
                "SELECT field FROM edited e WHERE effect = ? AND decision NOT IN ('TAKE', '" + SETTLED + "') AND "
                        + LAST,
                row -> row.getString(1),
                effect.number()));
    }

    /** Returns the edits that this generation has met, in order. */
    public List<Edit> edits(int most) {
        return database.list(
                "SELECT e.mapping, e.source_type, e.source_id, e.part, e.to_type, e.ref, d.field, d.decision FROM edited d"
                        + " JOIN effect e ON e.id = d.effect WHERE d.generation = ? AND d.decision <> '" + SETTLED
                        + "' ORDER BY d.effect, d.field LIMIT ?",
                row -> new Edit(
                        new EffectId(
                                row.getString(1), RecordRef.of(row.getString(2), row.getString(3)), row.getString(4)),
                        RecordRef.of(row.getString(5), row.getString(6)),
                        row.getString(7),
                        Decision.valueOf(row.getString(8))),
                generation,
                most);
    }

    /** Returns effects of this generation with edits about which somebody has to decide, in order. */
    public List<Effect> flagged(long after, int most) {
        return database.list(
                Effects.COLUMNS
                        + "WHERE generation = ? AND state <> 'DELETED' AND id > ? AND id IN (SELECT e.effect FROM"
                        + " edited e WHERE decision = 'FLAG' AND " + LAST + ") ORDER BY id LIMIT ?",
                Effects.EFFECT,
                generation,
                after,
                most);
    }

    /** Returns the fields of a record that people have edited and about which somebody has to decide. */
    public List<String> flagged(Effect effect) {
        return database.list(
                "SELECT field FROM edited e WHERE effect = ? AND decision = 'FLAG' AND " + LAST,
                row -> row.getString(1),
                effect.number());
    }

    /** Counts the edits about which somebody has to decide. */
    public long flagged() {
        return database.number("SELECT count(*) FROM edited e WHERE decision = 'FLAG' AND " + LAST
                + " AND EXISTS (SELECT 1 FROM effect WHERE effect.id = e.effect AND effect.state <> 'DELETED')");
    }

    /** What is done about a field that the source has changed. */
    public enum Decision {
        TAKE,
        KEEP,
        FLAG,
        /** The platform sets it once and for all when the record is made. */
        FIXED
    }

    /** A field that the source has changed and that is not simply written. */
    public record Edit(EffectId effect, RecordRef record, String field, Decision decision) {}

    /** Returns objects with records whose source is gone: how many of how many. */
    public List<Absent> absent() {
        return database.list(
                "SELECT to_type, sum(generation < ?), count(*) FROM effect WHERE ref IS NOT NULL AND state <> 'DELETED'"
                        + " GROUP BY to_type HAVING sum(generation < ?) > 0 ORDER BY to_type",
                row -> new Absent(ObjectType.of(row.getString(1)), row.getLong(2), row.getLong(3)),
                generation,
                generation);
    }

    /** How many records of an object have no source any more. */
    public record Absent(ObjectType object, long records, long all) {

        /** Tells whether they are so many that a mistake is likely: more than one in a hundred, and at least ten. */
        public boolean isMany() {
            return records >= 10 && records * 100 > all;
        }
    }

    /** Decides about the records of an object whose source is gone. */
    public void gone(ObjectType type, Gone decision) {
        database.update(
                "UPDATE effect SET gone = ? WHERE to_type = ? AND ref IS NOT NULL AND state <> 'DELETED' AND generation < ?",
                decision.name(),
                type.name(),
                generation);
    }

    /** Counts records whose source is gone and about which somebody has to decide. */
    public long flaggedGone() {
        return database.number("SELECT count(*) FROM effect WHERE gone = 'FLAG' AND state <> 'DELETED'");
    }

    /** Returns records whose source is gone and about which somebody has to decide, in order. */
    public List<String> gone(int most) {
        return database.list(
                "SELECT to_type || ':' || ref FROM effect WHERE gone = 'FLAG' AND state <> 'DELETED' ORDER BY id LIMIT ?",
                row -> row.getString(1),
                most);
    }

    /** Returns records that are to be taken away because the source has them no more, those that others refer to last. */
    public List<Effect> toDelete(int most) {
        String doomed = "gone = 'DELETE' AND state = 'WRITTEN' AND touched = 0 AND undo IS NULL";
        return database.list(
                Effects.COLUMNS + "WHERE " + doomed + " AND depth = (SELECT max(depth) FROM effect WHERE " + doomed
                        + ") ORDER BY id DESC LIMIT ?",
                Effects.EFFECT,
                most);
    }

    /**
     * Lets records stay although the source has them no more, until somebody has decided: those that people have edited, and
     * those that others still refer to.
     */
    public void keepWhatIsNeeded() {
        database.update("UPDATE effect SET gone = 'FLAG' WHERE gone = 'DELETE' AND touched = 1 AND state <> 'DELETED'");
        database.update(
                "UPDATE effect SET gone = 'FLAG' WHERE gone = 'DELETE' AND state <> 'DELETED' AND id IN (SELECT edge.parent"
                        + " FROM edge JOIN effect c ON c.id = edge.child WHERE c.generation = ? AND c.state <> 'DELETED')",
                generation);
    }

    /** Says that a record is being taken away, or is not any more. */
    public void deleting(Effect effect, boolean isUnderWay) {
        database.update("UPDATE effect SET undo = ? WHERE id = ?", isUnderWay ? "SENT" : null, effect.number());
    }

    /** Says of deletions that an earlier process left behind that they are to be sent again. */
    public void deleteAgain() {
        database.update("UPDATE effect SET undo = NULL WHERE undo = 'SENT'");
    }

    /** Records that a record was taken away. */
    public void deleted(Effect effect) {
        database.update(
                "UPDATE effect SET state = 'DELETED', changed = ?, undo = NULL, reason = NULL, detail = NULL WHERE id = ?",
                generation,
                effect.number());
    }

    /** Counts the records that were taken away for this generation. */
    public long countDeleted() {
        return database.number("SELECT count(*) FROM effect WHERE state = 'DELETED' AND changed = ?", generation);
    }

    /** Puts the books of a record that was changed back to what they were before this generation. */
    public void restored(Effect effect, Before before) {
        database.update(
                "UPDATE effect SET prints = ?, image = ?, undo = 'RESTORED', changed = (SELECT c.changed FROM change c"
                        + " WHERE c.generation = ? AND c.effect = effect.id) WHERE id = ?",
                before.prints().encode(),
                before.image().orElse(null),
                generation,
                effect.number());
    }

    /** Forgets all changes, when the migration begins again. */
    public void forgetAll() {
        database.script("DELETE FROM change", "DELETE FROM edited");
    }

    /**
     * Puts the books back to what they were before this generation, when what it wrote is taken back: what it made is
     * forgotten, what it took away is owed again.
     */
    public void forget() {
        database.transaction(() -> {
            database.update("DELETE FROM effect WHERE undo IN ('DELETED', 'ALREADY_GONE')");
            database.update("DELETE FROM effect WHERE ref IS NULL AND generation = ?", generation);
            database.update(
                    "UPDATE effect SET prints = c.prints FROM change c WHERE c.generation = ? AND c.effect = effect.id"
                            + " AND effect.changed IS NOT c.generation AND effect.born <> c.generation",
                    generation);
            database.update("DELETE FROM effect WHERE state = 'DELETED' AND changed = ?", generation);
            database.update(
                    "UPDATE effect SET undo = NULL, gone = NULL, changed = nullif(changed, ?), born = min(born, ?),"
                            + " generation = min(generation, ?)",
                    generation,
                    generation - 1,
                    generation - 1);
            database.update("DELETE FROM change WHERE generation = ?", generation);
            database.update("DELETE FROM edited WHERE generation = ?", generation);
        });
    }
}
