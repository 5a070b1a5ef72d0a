package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of the source records that give no record of their own: who carries them, or why they are left out. */
public final class Accounts {

    /** How a record of the source is accounted for. */
    public enum Way {
        EFFECTED,
        DUPLICATE,
        FOLDED,
        DOCUMENTED,
        EXCLUDED
    }

    private final Database database;

    public Accounts(Database database) {
        this.database = database;
        database.script("CREATE TABLE IF NOT EXISTS account(object TEXT NOT NULL, id TEXT NOT NULL, way TEXT NOT NULL,"
                + " carrier INTEGER, reason TEXT, PRIMARY KEY(object, id)) WITHOUT ROWID");
    }

    public void begin() {
        database.update("DELETE FROM account");
    }

    /** Accounts for a record; the first way that is given counts. */
    public void add(RecordRef record, Way way, @Nullable Long carrier, String reason) {
        database.update(
                "INSERT OR IGNORE INTO account(object, id, way, carrier, reason) VALUES(?, ?, ?, ?, ?)",
                record.type().name(),
                record.id(),
                way.name(),
                carrier,
                reason);
    }

    public boolean has(RecordRef record) {
        return database.number(
                        "SELECT count(*) FROM account WHERE object = ? AND id = ?",
                        record.type().name(),
                        record.id())
                > 0;
    }

    /** Takes over every record of a generation that has an effect of its own. */
    public void takeEffects(int generation) {
        database.update(
                "INSERT OR IGNORE INTO account(object, id, way, carrier, reason)"
                        + " SELECT source_type, source_id, 'EFFECTED', min(id), '' FROM effect"
                        + " WHERE generation = ? AND state <> 'DUPLICATE' AND source_type <> 'derived'"
                        + " GROUP BY source_type, source_id",
                generation);
        database.update(
                "INSERT OR IGNORE INTO account(object, id, way, carrier, reason)"
                        + " SELECT source_type, source_id, 'DUPLICATE', min(carrier), '' FROM effect"
                        + " WHERE generation = ? AND state = 'DUPLICATE' AND source_type <> 'derived'"
                        + " GROUP BY source_type, source_id",
                generation);
    }

    /** Counts the records of an object by way. */
    public Map<Way, Long> counts(ObjectType object) {
        Map<Way, Long> counts = new TreeMap<>();
        database.list(
                "SELECT way, count(*) FROM account WHERE object = ? GROUP BY way",
                row -> counts.put(Way.valueOf(row.getString(1)), row.getLong(2)),
                object.name());
        return counts;
    }

    /** Counts what is left out, by object and reason. */
    public List<Excluded> excluded() {
        return database.list(
                "SELECT object, coalesce(reason, ''), count(*) FROM account WHERE way = 'EXCLUDED'"
                        + " GROUP BY object, reason ORDER BY object, reason",
                row -> new Excluded(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** Records that are left out for one reason. */
    public record Excluded(String object, String reason, long records) {}
}
