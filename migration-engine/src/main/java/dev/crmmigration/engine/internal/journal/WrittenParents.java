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
        database.script(
                "CREATE TEMP TABLE IF NOT EXISTS parent(number INTEGER PRIMARY KEY, of TEXT NOT NULL,"
                        + " object TEXT NOT NULL, id TEXT NOT NULL, UNIQUE(of, object, id))",
                "CREATE TEMP TABLE IF NOT EXISTS child(effect INTEGER PRIMARY KEY, parent INTEGER NOT NULL)",
                "CREATE INDEX IF NOT EXISTS temp.child_parent ON child(parent)");
    }

    /** Some parents, and with them everything of theirs. */
    public record Chunk(long first, long last, List<RecordRef> parents) {}

    /** Forgets the parents of the records of an object. */
    public void forget(ObjectType of) {
        database.update(
                "DELETE FROM temp.child WHERE parent IN (SELECT number FROM temp.parent WHERE of = ?)", of.name());
        database.update("DELETE FROM temp.parent WHERE of = ?", of.name());
    }

    /** Says under which parent the record of an effect hangs. */
    public void add(Effect effect, RecordRef parent) {
        database.update(
                "INSERT OR IGNORE INTO temp.parent(of, object, id) VALUES(?, ?, ?)",
                effect.to().name(),
                parent.type().name(),
                parent.id());
        database.update(
                "INSERT OR REPLACE INTO temp.child(effect, parent) SELECT ?, number FROM temp.parent"
                        + " WHERE of = ? AND object = ? AND id = ?",
                effect.number(),
                effect.to().name(),
                parent.type().name(),
                parent.id());
    }

    public long count(ObjectType of) {
        return database.number("SELECT count(*) FROM temp.parent WHERE of = ?", of.name());
    }

    /** Returns the parents that follow a number, 0 for the first ones; without parents at the end. */
    public Chunk after(ObjectType of, long number, int most) {
        List<Numbered> chunk = database.list(
                "SELECT number, object, id FROM temp.parent WHERE of = ? AND number > ? ORDER BY number LIMIT ?",
                row -> new Numbered(row.getLong(1), RecordRef.of(row.getString(2), row.getString(3))),
                of.name(),
                number,
                most);
        return chunk.isEmpty()
                ? new Chunk(number, number, List.of())
                : new Chunk(
                        chunk.get(0).number(),
                        chunk.get(chunk.size() - 1).number(),
                        chunk.stream().map(Numbered::ref).toList());
    }

    private record Numbered(long number, RecordRef ref) {}
}
