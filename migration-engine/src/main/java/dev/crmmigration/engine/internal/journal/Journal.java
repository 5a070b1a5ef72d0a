package dev.crmmigration.engine.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happened, in the order in which it happened, and the few facts that the steps pass on to each other. */
public final class Journal {

    private final Database database;
    private final Clock clock;

    public Journal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        database.script(
                "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS event(sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,"
                        + " kind TEXT NOT NULL, attributes TEXT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS spent(account TEXT NOT NULL, allowance TEXT NOT NULL, day TEXT NOT NULL,"
                        + " units INTEGER NOT NULL, PRIMARY KEY(account, allowance, day)) WITHOUT ROWID");
    }

    public Database database() {
        return database;
    }

    public Optional<String> fact(String key) {
        return database.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
    }

    public void fact(String key, String value) {
        database.update("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)", key, value);
    }

    public void forget(String key) {
        database.update("DELETE FROM meta WHERE key = ?", key);
    }

    /** Adds an event; it becomes durable with the transaction it belongs to. */
    public void event(String kind, Map<String, String> attributes) {
        ObjectNode node = Json.object();
        new TreeMap<>(attributes).forEach(node::put);
        database.update(
                "INSERT INTO event(at, kind, attributes) VALUES(?, ?, ?)",
                clock.instant().toEpochMilli(),
                kind,
                Json.compact(node));
    }

    /** Returns the events that follow a sequence number, at most some hundreds. */
    public List<Event> events(long after) {
        return database.list(
                "SELECT sequence, at, kind, attributes FROM event WHERE sequence > ? ORDER BY sequence LIMIT 500",
                row -> new Event(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        attributes(row.getString(4))),
                after);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new TreeMap<>();
        JsonNode node = Json.own(text);
        node.fieldNames()
                .forEachRemaining(name -> attributes.put(name, node.get(name).asText()));
        return attributes;
    }

    /** One event. */
    public record Event(long sequence, Instant at, String kind, Map<String, String> attributes) {}
}
