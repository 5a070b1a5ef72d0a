package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills the work table: seeds first, in any order; then effects in the order of the source, duplicates told apart; then
 * the edges between them. What was sent already stays as it is.
 */
public final class EffectBuilder {

    private final Database database;
    private final int generation;

    /** @param generation the generation of the snapshot that effects are built for */
    public EffectBuilder(Effects effects, int generation) {
        this.database = effects.database();
        this.generation = generation;
    }

    /** Forgets what was built and never sent; a record that is there already is as it was last written. */
    public void begin() {
        database.script(
                "CREATE TEMP TABLE IF NOT EXISTS seed(rule INTEGER NOT NULL, mapping TEXT NOT NULL, source_type TEXT"
                        + " NOT NULL, source_id TEXT NOT NULL, part TEXT NOT NULL, to_type TEXT NOT NULL, origin_type TEXT"
                        + " NOT NULL, origin_id TEXT NOT NULL, order_key TEXT NOT NULL, same_key TEXT, PRIMARY"
                        + " KEY(mapping, part, source_type, source_id)) WITHOUT ROWID",
                "DELETE FROM temp.seed",
                "DELETE FROM edge",
                "DELETE FROM effect WHERE ref IS NULL AND state NOT IN ('SENT', 'DOUBT')"
                        + " AND NOT (state = 'HELD' AND reason = '" + Effects.UNDECIDED + "')",
                "UPDATE effect SET state = 'WRITTEN', reason = NULL, detail = NULL, gone = NULL, sending = NULL"
                        + " WHERE ref IS NOT NULL AND state <> 'DELETED' AND (state <> 'WRITTEN' OR gone IS NOT NULL)");
    }

    /**
     * Adds what a rule owes for a record. Several seeds of one effect (a derived record) become one: the first by order.
     *
     * @param rule the number of the rule in the plan
     * @param orderKey sorts effects of one rule
     * @param sameKey effects of one rule with the same key are one and the same; {@code null} if that is never so
     */
    public void seed(
            int rule, EffectId id, ObjectType to, RecordRef origin, String orderKey, @Nullable String sameKey) {
        database.update(
                "INSERT INTO temp.seed(rule, mapping, source_type, source_id, part, to_type, origin_type, origin_id,"
                        + " order_key, same_key) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT(mapping, part, source_type, source_id) DO UPDATE SET"
                        + " origin_type = excluded.origin_type, origin_id = excluded.origin_id,"
                        + " order_key = excluded.order_key WHERE (excluded.order_key, excluded.origin_id)"
                        + " < (order_key, origin_id)",
                rule,
                id.mapping(),
                id.source().type().name(),
                id.source().id(),
                id.part(),
                to.name(),
                origin.type().name(),
                origin.id(),
                orderKey,
                sameKey);
    }

    /** Makes effects of the seeds, numbered in the order of the source. */
    public void settleSeeds() {
        String now = String.valueOf(generation);
        database.script(
                "INSERT INTO effect(mapping, source_type, source_id, part, to_type, origin_type, origin_id, same_key,"
                        + " state, generation) SELECT mapping, source_type, source_id, part, to_type, origin_type,"
                        + " origin_id, same_key, 'READY', " + now
                        + " FROM temp.seed WHERE true ORDER BY rule, order_key, source_id"
                        + " ON CONFLICT(mapping, source_type, source_id, part) DO UPDATE SET origin_type ="
                        + " excluded.origin_type, origin_id = excluded.origin_id, same_key = excluded.same_key,"
                        + " generation = excluded.generation",
                "DELETE FROM temp.seed",
                "UPDATE effect SET state = 'READY', ref = NULL, image = NULL, prints = NULL, born = NULL, changed = NULL,"
                        + " touched = 0, attempts = 0, sent_at = NULL, gone = NULL WHERE state = 'DELETED' AND generation = "
                        + now,
                "CREATE TEMP TABLE IF NOT EXISTS survivor(mapping TEXT, part TEXT, same_key TEXT, id INTEGER,"
                        + " PRIMARY KEY(mapping, part, same_key)) WITHOUT ROWID",
                "DELETE FROM temp.survivor",
                "INSERT INTO temp.survivor SELECT mapping, part, same_key, min(id) FROM effect"
                        + " WHERE same_key IS NOT NULL AND generation = " + now
                        + " GROUP BY mapping, part, same_key HAVING count(*) > 1",
                "UPDATE effect SET carrier = (SELECT s.id FROM temp.survivor s WHERE s.mapping = effect.mapping"
                        + " AND s.part = effect.part AND s.same_key = effect.same_key) WHERE same_key IS NOT NULL"
                        + " AND state = 'READY'",
                "UPDATE effect SET state = 'DUPLICATE' WHERE carrier IS NOT NULL AND carrier <> id AND state = 'READY'",
                "UPDATE effect SET carrier = NULL WHERE carrier = id",
                "DELETE FROM temp.survivor");
    }

    /** Says that one effect must be at the destination before another one. */
    public void edge(long child, long parent) {
        database.update("INSERT OR IGNORE INTO edge(child, parent) VALUES(?, ?)", child, parent);
    }

    /**
     * Works out who waits for how many, and who is behind whom. What is owed no more keeps its depth, by which it is taken
     * away.
     *
     * @return empty, or a number of effects that wait for each other in a circle
     */
    public Optional<Long> settleEdges() {
        database.script(
                // Only rows that change are written: usually they are all new
                "UPDATE effect SET depth = 0 WHERE depth <> 0 AND generation = " + generation,
                "UPDATE effect SET waits = 0 WHERE waits <> 0",
                "UPDATE effect SET waits = owed.parents, state = CASE state WHEN 'READY' THEN 'PENDING' ELSE state END"
                        + " FROM (SELECT edge.child AS child, count(*) AS parents FROM edge JOIN effect p"
                        + " ON p.id = edge.parent WHERE p.ref IS NULL GROUP BY edge.child) AS owed"
                        + " WHERE effect.id = owed.child");
        long effects = database.number("SELECT count(*) FROM effect");
        int changed = 1;
        for (int depth = 1; changed > 0; depth++) {
            changed = database.update(
                    "UPDATE effect SET depth = ? WHERE id IN (SELECT edge.child FROM edge"
                            + " JOIN effect p ON p.id = edge.parent WHERE p.depth = ?)",
                    depth,
                    depth - 1);
            if (depth > Math.min(effects, 10_000)) {
                return Optional.of((long) changed);
            }
        }
        return Optional.empty();
    }
}
