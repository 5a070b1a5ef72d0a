package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of effects, for reports: folds over the journal. */
public final class EffectCounts {

    /** What became of an effect in a generation, which is named twice. */
    static final String END = "CASE WHEN state = 'WRITTEN' AND gone = 'FLAG' THEN 'FLAGGED'"
            + " WHEN state = 'WRITTEN' AND born = ? THEN 'CREATED'"
            + " WHEN state = 'WRITTEN' AND changed = ? THEN 'UPDATED'"
            + " WHEN state = 'WRITTEN' THEN 'UNCHANGED' ELSE state END";

    private final Database database;

    public EffectCounts(Effects effects) {
        this.database = effects.database();
    }

    /** Counts, by mapping, what waits only because something it refers to is held. */
    public Map<String, Long> blocked() {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "WITH RECURSIVE stuck(id) AS (SELECT id FROM effect WHERE state = 'HELD' UNION"
                        + " SELECT edge.child FROM edge JOIN stuck ON edge.parent = stuck.id)"
                        + " SELECT mapping, count(*) FROM effect WHERE state <> 'HELD'"
                        + " AND id IN (SELECT id FROM stuck) GROUP BY mapping",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Counts effects that are owed, by object of the destination. */
    public Map<ObjectType, Long> owedByObject() {
        Map<ObjectType, Long> counts = new TreeMap<>();
        database.list(
                "SELECT to_type, count(*) FROM effect WHERE state NOT IN ('DUPLICATE', 'DELETED') GROUP BY to_type",
                row -> counts.put(ObjectType.of(row.getString(1)), row.getLong(2)));
        return counts;
    }

    /** Counts effects by mapping and state. */
    public Map<String, Map<EffectState, Long>> counts() {
        Map<String, Map<EffectState, Long>> counts = new TreeMap<>();
        database.list(
                "SELECT mapping, state, count(*) FROM effect GROUP BY mapping, state",
                row -> counts.computeIfAbsent(row.getString(1), name -> new TreeMap<>())
                        .put(EffectState.valueOf(row.getString(2)), row.getLong(3)));
        return counts;
    }

    /**
     * Counts effects by mapping and by what became of them in a generation of the source: {@code CREATED}, {@code UPDATED},
     * {@code UNCHANGED}, {@code DELETED}, {@code FLAGGED} (the source has the record no more), or the state. What an
     * earlier generation took away is owed no more.
     */
    public Map<String, Map<String, Long>> ends(int generation) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        database.list(
                "SELECT mapping, " + END + " AS what, count(*) FROM effect"
                        + " WHERE state <> 'DELETED' OR changed = ? GROUP BY mapping, what",
                row -> counts.computeIfAbsent(row.getString(1), name -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3)),
                generation,
                generation,
                generation);
        return counts;
    }

    /** Counts records that the source has no more and about which somebody has to decide, by mapping. */
    public List<ReasonCount> flagged() {
        return database.list(
                "SELECT mapping, count(*) FROM effect WHERE state = 'WRITTEN' AND gone = 'FLAG' GROUP BY mapping",
                row -> new ReasonCount(row.getString(1), "SOURCE_DELETED", row.getLong(2)));
    }

    /** Counts effects that end in a state, by mapping and reason. */
    public List<ReasonCount> reasons(EffectState state) {
        return database.list(
                "SELECT mapping, coalesce(reason, ''), count(*) FROM effect WHERE state = ?"
                        + " GROUP BY mapping, reason ORDER BY mapping, reason",
                row -> new ReasonCount(row.getString(1), row.getString(2), row.getLong(3)),
                state.name());
    }

    /** Returns effects that ended in a state, with reason and detail, in order. */
    public List<Ended> ended(EffectState state, long after, int most) {
        return database.list(
                "SELECT id, mapping, source_type, source_id, part, coalesce(reason, ''), coalesce(detail, '')"
                        + " FROM effect WHERE state = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new Ended(
                        row.getLong(1),
                        new EffectId(
                                row.getString(2), RecordRef.of(row.getString(3), row.getString(4)), row.getString(5)),
                        row.getString(6),
                        row.getString(7)),
                state.name(),
                after,
                most);
    }

    /** How many effects of a mapping ended for one reason. */
    public record ReasonCount(String mapping, String reason, long effects) {}

    /** An effect that waits or was refused. */
    public record Ended(long number, EffectId effect, String reason, String detail) {}
}
