package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.store.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The records that are written first, for a person to look at; with each those that it refers to. */
public final class Samples implements Turns {

    private static final String MEMBERS = "id IN (SELECT effect FROM sample)";

    private final Database database;

    public Samples(Effects effects) {
        this.database = effects.database();
        database.script(
                "CREATE TABLE IF NOT EXISTS sample(effect INTEGER PRIMARY KEY)",
                "CREATE TABLE IF NOT EXISTS stratum(mapping TEXT NOT NULL, name TEXT NOT NULL, records INTEGER NOT NULL,"
                        + " PRIMARY KEY(mapping, name)) WITHOUT ROWID");
    }

    /** A group of records of which the sample should show some. */
    public record Stratum(String mapping, String name, long records) {}

    /** Keeps what the records were chosen to stand for. */
    public void keep(List<Stratum> strata) {
        database.transaction(() -> {
            database.update("DELETE FROM stratum");
            strata.forEach(stratum -> database.update(
                    "INSERT INTO stratum(mapping, name, records) VALUES(?, ?, ?)",
                    stratum.mapping(),
                    stratum.name(),
                    stratum.records()));
        });
    }

    public List<Stratum> strata() {
        return database.list(
                "SELECT mapping, name, records FROM stratum ORDER BY mapping, name",
                row -> new Stratum(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** Forgets the members that are not at the destination: they can be chosen anew. */
    public void begin() {
        database.update("DELETE FROM sample WHERE effect NOT IN (SELECT id FROM effect WHERE ref IS NOT NULL)");
    }

    /** Adds an effect and everything that it refers to. */
    public void add(long effect) {
        database.update(
                "INSERT OR IGNORE INTO sample(effect) WITH RECURSIVE up(id) AS (SELECT ? UNION SELECT edge.parent FROM edge"
                        + " JOIN up ON edge.child = up.id) SELECT up.id FROM up JOIN effect ON effect.id = up.id",
                effect);
    }

    public long count() {
        return database.number("SELECT count(*) FROM sample");
    }

    public long countWritten() {
        return database.number(
                "SELECT count(*) FROM effect WHERE " + MEMBERS + " AND ref IS NOT NULL AND state = 'WRITTEN'");
    }

    /** Returns the members in the order of the source. */
    public List<Effect> all() {
        return database.list(Effects.COLUMNS + "WHERE " + MEMBERS + " ORDER BY id", Effects.EFFECT);
    }

    /** Returns the first effects of an object in the order of the source. */
    public List<Long> first(String object, int most) {
        return database.list(
                "SELECT id FROM effect WHERE to_type = ? AND state IN ('PENDING', 'READY', 'WRITTEN') ORDER BY id LIMIT ?",
                row -> row.getLong(1),
                object,
                most);
    }

    /** Returns effects that are owed or written, in order. */
    public List<Effect> candidates(long after, int most) {
        return database.list(
                Effects.COLUMNS
                        + "WHERE state IN ('PENDING', 'READY', 'HELD', 'WRITTEN') AND id > ? ORDER BY id LIMIT ?",
                Effects.EFFECT,
                after,
                most);
    }

    /** Says of members that were taken back that they are owed as if they had never been written. */
    public void forgetTakenBack() {
        database.transaction(() -> {
            database.update(
                    "DELETE FROM sample WHERE effect IN (SELECT id FROM effect WHERE undo IN ('DELETED', 'ALREADY_GONE'))");
            database.update("DELETE FROM effect WHERE undo IN ('DELETED', 'ALREADY_GONE')");
            database.update("UPDATE effect SET undo = NULL WHERE undo IS NOT NULL");
        });
    }

    /** Forgets the whole sample. */
    public void forget() {
        database.script("DELETE FROM sample", "DELETE FROM stratum");
    }

    @Override
    public void only(Collection<String> objects) {
        throw new UnsupportedOperationException("a sample has no phases");
    }

    @Override
    public List<Effect> ready(Instant now, int most) {
        return database.list(
                Effects.COLUMNS + "WHERE " + MEMBERS
                        + " AND state = 'READY' AND not_before <= ? ORDER BY depth DESC, id" + " LIMIT ?",
                Effects.EFFECT,
                now.toEpochMilli(),
                most);
    }

    @Override
    public Optional<Instant> next() {
        return database.first(
                "SELECT min(not_before) FROM effect WHERE " + MEMBERS + " AND state = 'READY' HAVING count(*) > 0",
                row -> Instant.ofEpochMilli(row.getLong(1)));
    }

    @Override
    public void holdWhatIsBlocked() {
        database.update(
                "UPDATE effect SET state = 'HELD', reason = 'BLOCKED', detail = 'a record that it refers to waits or was"
                        + " refused' WHERE state = 'PENDING' AND " + MEMBERS
                        + " AND id IN (SELECT child FROM edge JOIN effect p"
                        + " ON p.id = edge.parent WHERE p.state IN ('HELD', 'FAILED'))");
    }
}
