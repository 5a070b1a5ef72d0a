package dev.crmmigration.engine.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.store.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of the destination whose records all have an end, and what was counted then. */
public final class ClosedPhases {

    private static final String OPEN = "state IN ('PENDING', 'READY', 'SENT', 'DOUBT')";

    private final Database database;

    public ClosedPhases(Effects effects) {
        this.database = effects.database();
        database.script("CREATE TABLE IF NOT EXISTS phase(object TEXT PRIMARY KEY, number INTEGER NOT NULL, generation"
                + " INTEGER NOT NULL, at INTEGER NOT NULL, source INTEGER NOT NULL, ends TEXT NOT NULL, there INTEGER"
                + " NOT NULL, found INTEGER, note TEXT NOT NULL) WITHOUT ROWID");
    }

    /** How many records of an object have no end yet. */
    public long open(ObjectType object) {
        return database.number("SELECT count(*) FROM effect WHERE to_type = ? AND " + OPEN, object.name());
    }

    /** What became of the records of an object. */
    public Counts counts(ObjectType object, int generation) {
        Map<String, Long> ends = new TreeMap<>();
        database.list(
                "SELECT " + EffectCounts.END + " AS what, count(*) FROM effect WHERE to_type = ?"
                        + " AND (state <> 'DELETED' OR changed = ?) GROUP BY what",
                row -> ends.put(row.getString(1), row.getLong(2)),
                generation,
                generation,
                object.name(),
                generation);
        return new Counts(
                generation,
                database.number(
                        "SELECT count(*) FROM effect WHERE to_type = ? AND state NOT IN ('DUPLICATE', 'DELETED')",
                        object.name()),
                ends,
                database.number("SELECT count(*) FROM effect WHERE to_type = ? AND state = 'WRITTEN'", object.name()));
    }

    /** Returns the objects that the records of an object refer to, by object; the object itself may be among them. */
    public Map<ObjectType, Set<ObjectType>> references() {
        Map<ObjectType, Set<ObjectType>> references = new TreeMap<>();
        database.list(
                "SELECT DISTINCT child.to_type, parent.to_type FROM edge JOIN effect child ON child.id = edge.child"
                        + " JOIN effect parent ON parent.id = edge.parent",
                row -> references
                        .computeIfAbsent(ObjectType.of(row.getString(1)), type -> new TreeSet<>())
                        .add(ObjectType.of(row.getString(2))));
        return references;
    }

    /** Keeps what was counted when an object was closed. */
    public void close(Closed phase) {
        ObjectNode ends = Json.object();
        phase.counts().ends().forEach(ends::put);
        database.update(
                "INSERT OR REPLACE INTO phase(object, number, generation, at, source, ends, there, found, note)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                phase.object().name(),
                phase.number(),
                phase.counts().generation(),
                phase.at().toEpochMilli(),
                phase.counts().source(),
                Json.compact(ends),
                phase.counts().there(),
                phase.found().orElse(null),
                phase.note());
    }

    /** Says that records of an object are to be written again. */
    public void reopen(ObjectType object) {
        database.update("DELETE FROM phase WHERE object = ?", object.name());
    }

    public void forget() {
        database.update("DELETE FROM phase");
    }

    public Optional<Closed> closed(ObjectType object) {
        return all().stream().filter(phase -> phase.object().equals(object)).findFirst();
    }

    /** Returns the objects that are closed, in the order of the plan. */
    public List<Closed> all() {
        return database.list(
                "SELECT object, number, generation, at, source, ends, there, found, note FROM phase ORDER BY number",
                row -> new Closed(
                        row.getInt(2),
                        ObjectType.of(row.getString(1)),
                        Instant.ofEpochMilli(row.getLong(4)),
                        new Counts(row.getInt(3), row.getLong(5), ends(row.getString(6)), row.getLong(7)),
                        found(row.getLong(8), row.wasNull()),
                        row.getString(9)));
    }

    private static Optional<Long> found(long count, boolean isMissing) {
        return isMissing ? Optional.empty() : Optional.of(count);
    }

    private static Map<String, Long> ends(@Nullable String text) {
        Map<String, Long> ends = new LinkedHashMap<>();
        JsonNode node = Json.own(String.valueOf(text));
        node.fieldNames().forEachRemaining(name -> ends.put(name, node.get(name).asLong()));
        return ends;
    }

    /**
     * What became of the records of an object.
     *
     * @param source how many are owed
     * @param ends how many came to which end
     * @param there how many records of ours should be at the destination
     */
    public record Counts(int generation, long source, Map<String, Long> ends, long there) {

        /** Returns how many came to one of some ends. */
        public long of(String... names) {
            return List.of(names).stream()
                    .mapToLong(name -> ends.getOrDefault(name, 0L))
                    .sum();
        }
    }

    /**
     * An object that is closed.
     *
     * @param found how many of our records list pages gave; empty if they were not read
     * @param note why they were not read, or empty text
     */
    public record Closed(int number, ObjectType object, Instant at, Counts counts, Optional<Long> found, String note) {

        /** Tells whether the destination was asked and holds all of ours. */
        public boolean isFound() {
            return found.filter(count -> count == counts.there()).isPresent();
        }
    }
}
