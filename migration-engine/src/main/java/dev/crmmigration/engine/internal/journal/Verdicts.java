package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.Root;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the verification found: of every effect that was written, and of every field. It is kept as it is found, so that a
 * verification that costs more than a day's budget goes on the next day where it stood.
 */
public final class Verdicts {

    private static final int FIRST = 100;

    private final Database database;
    private final String verdict;
    private final String objects;

    public Verdicts(Effects effects) {
        this(effects, "verdict", "verification");
    }

    /** Returns a book of its own for drift, so that what the last verification has shown stays. */
    public static Verdicts ofDrift(Effects effects) {
        return new Verdicts(effects, "drift", "drift_object");
    }

    private Verdicts(Effects effects, String verdict, String objects) {
        this.database = effects.database();
        this.verdict = verdict;
        this.objects = objects;
        database.script(
                "CREATE TABLE IF NOT EXISTS " + objects + "(object TEXT PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS compared(mapping TEXT NOT NULL, field TEXT NOT NULL, compared INTEGER NOT"
                        + " NULL, equal INTEGER NOT NULL, losses INTEGER NOT NULL, different INTEGER NOT NULL,"
                        + " PRIMARY KEY(mapping, field)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS difference(number INTEGER PRIMARY KEY, effect TEXT NOT NULL, record TEXT NOT"
                        + " NULL, field TEXT NOT NULL, kind TEXT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS root(object TEXT PRIMARY KEY, expected TEXT NOT NULL, found TEXT NOT NULL)"
                        + " WITHOUT ROWID");
    }

    /** One hash for what all records of an object should say, and one for what they say. */
    public record Roots(String expected, String found) {}

    /** Returns the roots of what was seen so far. */
    public Roots roots(ObjectType type) {
        return database.first(
                        "SELECT expected, found FROM root WHERE object = ?",
                        row -> new Roots(row.getString(1), row.getString(2)),
                        type.name())
                .orElseGet(() -> new Roots(Root.empty().toString(), Root.empty().toString()));
    }

    /** Returns the roots of every object that was read back, in the order of their names. */
    public SortedMap<String, Roots> roots() {
        SortedMap<String, Roots> all = new TreeMap<>();
        database.list(
                "SELECT object, expected, found FROM root",
                row -> all.put(row.getString(1), new Roots(row.getString(2), row.getString(3))));
        return all;
    }

    public void roots(ObjectType type, Roots roots) {
        database.update(
                "INSERT OR REPLACE INTO root(object, expected, found) VALUES(?, ?, ?)",
                type.name(),
                roots.expected(),
                roots.found());
    }

    /** What was found of the record of an effect. */
    public enum Verdict {
        /** All its values are as they should be, declared losses aside. */
        EQUAL,
        /** Some value is another one. */
        DIFFERENT,
        /** It was looked for and not given; what became of it is still to be asked. */
        UNSEEN,
        /** It is there, but out of sight. */
        HIDDEN,
        /** It is not there. */
        MISSING
    }

    /** How the values of one field compare. */
    public record FieldTally(String mapping, String field, long compared, long equal, long losses, long different) {}

    /** A record that is missing or different. */
    public record Difference(String effect, String record, String field, String kind) {}

    /** Forgets what an earlier verification found. */
    public void begin() {
        database.transaction(() -> {
            forgetSeen();
            database.update("DELETE FROM compared");
            database.update("DELETE FROM difference");
            database.update("DELETE FROM root");
        });
    }

    /** Forgets of which records something is known. */
    void forgetSeen() {
        database.update("UPDATE effect SET " + verdict + " = NULL WHERE " + verdict + " IS NOT NULL");
        database.update("DELETE FROM " + objects);
    }

    /** Tells whether all records of an object have been looked for. */
    public boolean isRead(ObjectType type) {
        return database.number("SELECT count(*) FROM " + objects + " WHERE object = ?", type.name()) > 0;
    }

    public void read(ObjectType type) {
        database.update("INSERT OR IGNORE INTO " + objects + "(object) VALUES(?)", type.name());
    }

    public long countWritten(ObjectType type) {
        return database.number("SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN'", type.name());
    }

    public void found(Effect effect, Enum<?> what) {
        database.update("UPDATE effect SET " + verdict + " = ? WHERE id = ?", what.name(), effect.number());
    }

    /** Says of the records of some parents that those that were not given by now will not be. */
    public void unseen(WrittenParents.Chunk parents) {
        database.update(
                "UPDATE effect SET " + verdict + " = 'UNSEEN' WHERE " + verdict + " IS NULL"
                        + " AND id IN (SELECT effect FROM temp.child WHERE parent BETWEEN ? AND ?)",
                parents.first(),
                parents.last());
    }

    /** Adds one comparison to the tally of a field. */
    public void compared(String mapping, String field, boolean same, boolean loss) {
        database.update(
                "INSERT INTO compared(mapping, field, compared, equal, losses, different) VALUES(?, ?, 1, ?, ?, ?)"
                        + " ON CONFLICT(mapping, field) DO UPDATE SET compared = compared + 1, equal = equal +"
                        + " excluded.equal, losses = losses + excluded.losses, different = different + excluded.different",
                mapping,
                field,
                same && !loss ? 1 : 0,
                same && loss ? 1 : 0,
                same ? 0 : 1);
    }

    public void differs(Difference difference) {
        database.update(
                "INSERT INTO difference(effect, record, field, kind) VALUES(?, ?, ?, ?)",
                difference.effect(),
                difference.record(),
                difference.field(),
                difference.kind());
    }

    /** Tells whether the verification has seen the record of an effect. */
    public boolean has(Effect effect) {
        return database.number(
                        "SELECT count(*) FROM effect WHERE id = ? AND " + verdict + " IS NOT NULL AND " + verdict
                                + " <> 'UNSEEN'",
                        effect.number())
                > 0;
    }

    /** Counts what the verification has found out about. */
    public long count(ObjectType type) {
        return database.number(
                "SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN' AND " + verdict + " IS NOT NULL",
                type.name());
    }

    public long count(ObjectType type, Enum<?> what) {
        return database.number(
                "SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN' AND " + verdict + " = ?",
                type.name(),
                what.name());
    }

    /** Returns effects whose records are still to be looked for, in order. */
    public List<Effect> open(ObjectType type, long after, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE to_type = ? AND state = 'WRITTEN' AND " + verdict + " IS NULL AND id > ?"
                        + " ORDER BY id LIMIT ?",
                Effects.EFFECT,
                type.name(),
                after,
                most);
    }

    /** Returns effects whose records no page has given. */
    public List<Effect> ungiven(ObjectType type, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE to_type = ? AND state = 'WRITTEN' AND (" + verdict + " IS NULL OR " + verdict
                        + " = 'UNSEEN')" + " ORDER BY id LIMIT ?",
                Effects.EFFECT,
                type.name(),
                most);
    }

    /** Returns how the values compare, by mapping and field. */
    public List<FieldTally> fields() {
        return database.list(
                "SELECT mapping, field, compared, equal, losses, different FROM compared ORDER BY mapping, field",
                row -> new FieldTally(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    /** Returns the first hundred differences. */
    public List<Difference> differences() {
        return database.list(
                "SELECT effect, record, field, kind FROM difference ORDER BY number LIMIT ?",
                row -> new Difference(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                FIRST);
    }

    /** Runs work whose findings become durable together. */
    public void together(Runnable work) {
        database.transaction(work);
    }
}
