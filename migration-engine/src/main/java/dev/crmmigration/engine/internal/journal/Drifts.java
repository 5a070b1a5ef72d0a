package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.journal.Verdicts.Difference;
import dev.crmmigration.engine.internal.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a drift check finds: kept as it is found, so that a check that costs more than a day's budget goes on the next day.
 * The proof of the last verification is not touched.
 */
public final class Drifts {

    private static final int FIRST = 100;

    private final Database database;
    private final Verdicts seen;

    public Drifts(Effects effects) {
        this.database = effects.database();
        this.seen = Verdicts.ofDrift(effects);
        database.script(
                "CREATE TABLE IF NOT EXISTS drift_field(mapping TEXT NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL,"
                        + " number INTEGER NOT NULL, PRIMARY KEY(mapping, field, kind)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS drift_difference(number INTEGER PRIMARY KEY, effect TEXT NOT NULL, record TEXT"
                        + " NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS drift_stranger(object TEXT NOT NULL, id TEXT NOT NULL,"
                        + " PRIMARY KEY(object, id)) WITHOUT ROWID");
    }

    /** What became of a record or a value. */
    public enum Kind {
        AS_LEFT,
        /** A value arrived with a loss that was declared before the run, or was left to people by a decision. */
        DECLARED_LOSS,
        PEOPLE,
        APPS,
        OTHERS,
        LOST,
        MISSING,
        HIDDEN
    }

    /** How the values of one field are. */
    public record FieldTally(String mapping, String field, Map<String, Long> kinds) {}

    /** Returns of which records something is known. */
    public Verdicts seen() {
        return seen;
    }

    /** Forgets what an earlier check found. */
    public void begin() {
        database.transaction(() -> {
            seen.forgetSeen();
            database.update("DELETE FROM drift_field");
            database.update("DELETE FROM drift_difference");
            database.update("DELETE FROM drift_stranger");
        });
    }

    /** Adds one value to the tally of a field. */
    public void value(String mapping, String field, Kind kind) {
        database.update(
                "INSERT INTO drift_field(mapping, field, kind, number) VALUES(?, ?, ?, 1)"
                        + " ON CONFLICT(mapping, field, kind) DO UPDATE SET number = number + 1",
                mapping,
                field,
                kind.name());
    }

    /** Adds a record, or a value of it, that is not as it was left. */
    public void differs(Effect effect, String field, Kind kind) {
        database.update(
                "INSERT INTO drift_difference(effect, record, field, kind) VALUES(?, ?, ?, ?)",
                effect.id().toString(),
                effect.ref().map(Object::toString).orElse(""),
                field,
                kind.name());
    }

    /** Adds a record that others have made. */
    public void stranger(RecordRef ref) {
        database.update(
                "INSERT OR IGNORE INTO drift_stranger(object, id) VALUES(?, ?)",
                ref.type().name(),
                ref.id());
    }

    public long strangers(ObjectType type) {
        return database.number("SELECT count(*) FROM drift_stranger WHERE object = ?", type.name());
    }

    /** Returns how the values are, by mapping and field. */
    public List<FieldTally> fields() {
        Map<String, FieldTally> tallies = new TreeMap<>();
        database.list(
                "SELECT mapping, field, kind, number FROM drift_field",
                row -> tallies.computeIfAbsent(row.getString(1) + "/" + row.getString(2), name -> tally(name))
                        .kinds()
                        .put(row.getString(3), row.getLong(4)));
        return new ArrayList<>(tallies.values());
    }

    private static FieldTally tally(String name) {
        int slash = name.indexOf('/');
        return new FieldTally(name.substring(0, slash), name.substring(slash + 1), new TreeMap<>());
    }

    /** Returns the first hundred records that are not as they were left. */
    public List<Difference> differences() {
        return database.list(
                "SELECT effect, record, field, kind FROM drift_difference ORDER BY number LIMIT ?",
                row -> new Difference(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                FIRST);
    }
}
