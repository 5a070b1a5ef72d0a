package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the steps have taken, each summed over all its calls. */
public final class StepCosts {

    private final Database database;

    public StepCosts(Database database) {
        this.database = database;
        database.script(
                "CREATE TABLE IF NOT EXISTS step(name TEXT PRIMARY KEY, begun INTEGER NOT NULL, calls INTEGER NOT NULL,"
                        + " millis INTEGER NOT NULL, machine INTEGER NOT NULL, disk INTEGER NOT NULL) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS step_spent(step TEXT NOT NULL, allowance TEXT NOT NULL, units INTEGER NOT NULL,"
                        + " PRIMARY KEY(step, allowance)) WITHOUT ROWID");
    }

    /** Sets what a step has taken so far. */
    public void set(Taken taken) {
        database.transaction(() -> {
            database.update(
                    "INSERT INTO step(name, begun, calls, millis, machine, disk) VALUES(?, (SELECT count(*) FROM step),"
                            + " ?, ?, ?, ?) ON CONFLICT(name) DO UPDATE SET calls = excluded.calls, millis ="
                            + " excluded.millis, machine = excluded.machine, disk = excluded.disk",
                    taken.step(),
                    taken.calls(),
                    taken.time().toMillis(),
                    taken.machineTime().toMillis(),
                    taken.diskBytes());
            taken.spent()
                    .forEach((allowance, units) -> database.update(
                            "INSERT OR REPLACE INTO step_spent(step, allowance, units) VALUES(?, ?, ?)",
                            taken.step(),
                            allowance,
                            units));
        });
    }

    /** Returns what a step has taken; empty if it was never called. */
    public Optional<Taken> of(String step) {
        return all().stream().filter(taken -> taken.step().equals(step)).findFirst();
    }

    /** Returns what the steps have taken, in the order in which they were first called. */
    public List<Taken> all() {
        return database
                .list(
                        "SELECT name, calls, millis, machine, disk FROM step ORDER BY begun",
                        row -> new Taken(
                                row.getString(1),
                                row.getLong(2),
                                Duration.ofMillis(row.getLong(3)),
                                Duration.ofMillis(row.getLong(4)),
                                Map.of(),
                                row.getLong(5)))
                .stream()
                .map(taken -> taken.spending(spent(taken.step())))
                .toList();
    }

    private Map<String, Long> spent(String step) {
        Map<String, Long> spent = new TreeMap<>();
        database.list(
                "SELECT allowance, units FROM step_spent WHERE step = ?",
                row -> spent.put(row.getString(1), row.getLong(2)),
                step);
        return spent;
    }

    /** What one step has taken. */
    public record Taken(
            String step, long calls, Duration time, Duration machineTime, Map<String, Long> spent, long diskBytes) {

        Taken spending(Map<String, Long> units) {
            return new Taken(step, calls, time, machineTime, units, diskBytes);
        }
    }
}
