package dev.crmmigration.engine.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.Drift;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.report.RecordJson;
import dev.crmmigration.engine.internal.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The log of the time after the cutover: every check, and every problem with its cause and its repair. */
public final class Hypercare {

    private static final String CHECK = "check";
    private static final String REPAIR = "repair";

    private final Database database;

    public Hypercare(Effects effects) {
        this.database = effects.database();
        database.script(
                "CREATE TABLE IF NOT EXISTS hypercare(number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT"
                        + " NOT NULL, body TEXT NOT NULL)");
    }

    /** Adds a drift check. */
    public void check(Drift.Check check) {
        add(check.at(), CHECK, RecordJson.node(check));
    }

    /** Adds what was reported of a record, why, and what was done. */
    public void repair(Instant at, Record repaired) {
        add(at, REPAIR, RecordJson.node(repaired));
    }

    private void add(Instant at, String kind, JsonNode body) {
        database.update(
                "INSERT INTO hypercare(at, kind, body) VALUES(?, ?, ?)", at.toEpochMilli(), kind, Json.compact(body));
    }

    public long countChecks(Instant since) {
        return count(CHECK, since);
    }

    public long countRepairs(Instant since) {
        return count(REPAIR, since);
    }

    private long count(String kind, Instant since) {
        return database.number("SELECT count(*) FROM hypercare WHERE kind = ? AND at >= ?", kind, since.toEpochMilli());
    }

    /** Returns the last checks since a moment, oldest first. */
    public List<Drift.Check> checks(Instant since, int most) {
        List<Drift.Check> checks = new ArrayList<>(database.list(
                "SELECT body FROM hypercare WHERE kind = ? AND at >= ? ORDER BY number DESC LIMIT ?",
                row -> check(Json.own(row.getString(1))),
                CHECK,
                since.toEpochMilli(),
                most));
        Collections.reverse(checks);
        return checks;
    }

    private static Drift.Check check(JsonNode body) {
        return new Drift.Check(
                Instant.parse(body.get("at").asText()),
                body.get("asLeft").asLong(),
                body.get("edited").asLong(),
                body.get("lost").asLong(),
                body.get("missing").asLong(),
                body.get("hidden").asLong(),
                body.get("newByOthers").asLong());
    }

    /** Returns the log as lines of JSON. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        database.list("SELECT at, kind, body FROM hypercare ORDER BY number", row -> {
            ObjectNode line = Json.object();
            line.put("at", Instant.ofEpochMilli(row.getLong(1)).toString());
            line.put("kind", row.getString(2));
            line.setAll((ObjectNode) Json.own(row.getString(3)));
            return lines.append(Json.compact(line)).append('\n').length();
        });
        return lines.toString();
    }
}
