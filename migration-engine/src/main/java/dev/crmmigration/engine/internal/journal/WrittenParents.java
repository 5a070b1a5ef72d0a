package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;

/** The distinct parents of records that can only be read by parent; kept in the database, for there may be many. */
public final class WrittenParents {

    private final Database database;

    public WrittenParents(Effects effects) {
        this.database = effects.database();
        database.script("CREATE TEMP TABLE IF NOT EXISTS parent(number INTEGER PRIMARY KEY, of TEXT NOT NULL,"
                + " object TEXT NOT NULL, id TEXT NOT NULL, UNIQUE(of, object, id))");
    }

    /** Forgets the parents of the records of an object. */
    public void forget(ObjectType of) {
        database.update("DELETE FROM temp.parent WHERE of = ?", of.name());
    }

    public void add(ObjectType of, RecordRef parent) {
        database.update(
                "INSERT OR IGNORE INTO temp.parent(of, object, id) VALUES(?, ?, ?)",
                of.name(),
                parent.type().name(),
                parent.id());
    }

    public long count(ObjectType of) {
        return database.number("SELECT count(*) FROM temp.parent WHERE of = ?", of.name());
    }

    /** Takes the next ones out; empty when all are taken. */
    public List<RecordRef> next(ObjectType of, int most) {
        List<Numbered> chunk = database.list(
                "SELECT number, object, id FROM temp.parent WHERE of = ? ORDER BY number LIMIT ?",
                row -> new Numbered(row.getLong(1), RecordRef.of(row.getString(2), row.getString(3))),
                of.name(),
                most);
        if (!chunk.isEmpty()) {
            database.update(
                    "DELETE FROM temp.parent WHERE of = ? AND number <= ?",
                    of.name(),
                    chunk.get(chunk.size() - 1).number());
        }
        return chunk.stream().map(Numbered::ref).toList();
    }

    private record Numbered(long number, RecordRef ref) {}
}
