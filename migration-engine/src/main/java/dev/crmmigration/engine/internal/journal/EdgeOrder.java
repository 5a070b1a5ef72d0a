package dev.crmmigration.engine.internal.journal;

import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Optional;

/**
 * Who is behind whom. Where effects wait for each other in a circle, the circle is cut at its first effect, if the plan says
 * what to do then; a reference to a record that is there already waits for nothing and can always be cut.
 */
final class EdgeOrder {

    /** Deeper than hierarchies of real data, so that it is worth looking whether there is a circle. */
    private static final int DEEP = 100;

    private final Database database;
    private final int generation;

    EdgeOrder(Database database, int generation) {
        this.database = database;
        this.generation = generation;
        database.script(
                "CREATE TEMP TABLE IF NOT EXISTS level(id INTEGER PRIMARY KEY)",
                "CREATE TEMP TABLE IF NOT EXISTS next_level(id INTEGER PRIMARY KEY)",
                "CREATE TEMP TABLE IF NOT EXISTS knot(child INTEGER NOT NULL, parent INTEGER NOT NULL,"
                        + " PRIMARY KEY(child, parent)) WITHOUT ROWID",
                "CREATE INDEX IF NOT EXISTS temp.knot_parent ON knot(parent)");
    }

    /**
     * Sets the depth of all effects. What is owed no more keeps its own, by which it is taken away.
     *
     * @return empty, or a number of effects in circles that cannot be cut
     */
    Optional<Long> settle() {
        if (isSettled(DEEP)) {
            return Optional.empty();
        }
        tie();
        while (knotted() > 0) {
            Optional<Edge> edge = loosest();
            if (edge.isEmpty()) {
                return Optional.of(database.number("SELECT count(DISTINCT child) FROM temp.knot"));
            }
            cut(edge.get());
        }
        isSettled(Integer.MAX_VALUE);
        return Optional.empty();
    }

    /** Goes down level by level; tells whether the end was reached. */
    private boolean isSettled(int deepest) {
        database.script(
                "UPDATE effect SET depth = 0 WHERE depth <> 0 AND generation = " + generation,
                "DELETE FROM temp.level",
                "INSERT INTO temp.level SELECT DISTINCT child FROM edge WHERE cut = 0");
        for (int depth = 1; depth <= deepest; depth++) {
            int found = database.update("UPDATE effect SET depth = ? WHERE id IN (SELECT id FROM temp.level)", depth);
            if (found == 0) {
                return true;
            }
            database.script(
                    "DELETE FROM temp.next_level",
                    "INSERT INTO temp.next_level SELECT DISTINCT edge.child FROM temp.level CROSS JOIN edge"
                            + " ON edge.parent = level.id WHERE edge.cut = 0",
                    "DELETE FROM temp.level",
                    "INSERT INTO temp.level SELECT id FROM temp.next_level");
        }
        return false;
    }

    private void tie() {
        database.script("DELETE FROM temp.knot", "INSERT INTO temp.knot SELECT child, parent FROM edge WHERE cut = 0");
    }

    /** Takes away whatever is in no circle and on no way between two, and counts the rest. */
    private long knotted() {
        int loose = 1;
        while (loose > 0) {
            loose = database.update("DELETE FROM temp.knot WHERE parent NOT IN (SELECT child FROM temp.knot)")
                    + database.update("DELETE FROM temp.knot WHERE child NOT IN (SELECT parent FROM temp.knot)");
        }
        return database.number("SELECT count(*) FROM temp.knot");
    }

    /** Returns the first edge of a circle that can be cut, first of all one to a record that is there. */
    private Optional<Edge> loosest() {
        Edge last = new Edge(false, 0, 0);
        Optional<Edge> next = after(last);
        while (next.isPresent() && !isInACircle(next.get())) {
            next = after(next.get());
        }
        return next;
    }

    private Optional<Edge> after(Edge last) {
        List<Edge> found = database.list(
                "SELECT p.ref IS NULL, knot.child, knot.parent FROM temp.knot JOIN edge ON edge.child = knot.child"
                        + " AND edge.parent = knot.parent JOIN effect p ON p.id = knot.parent"
                        + " WHERE (edge.loose IS NOT NULL OR p.ref IS NOT NULL)"
                        + " AND (p.ref IS NULL, knot.child, knot.parent) > (?, ?, ?)"
                        + " ORDER BY p.ref IS NULL, knot.child, knot.parent LIMIT 1",
                row -> new Edge(row.getBoolean(1), row.getLong(2), row.getLong(3)),
                last.isAhead() ? 1 : 0,
                last.child(),
                last.parent());
        return found.stream().findFirst();
    }

    private boolean isInACircle(Edge edge) {
        return database.number(
                        "WITH RECURSIVE above(id) AS (SELECT parent FROM temp.knot WHERE child = ? UNION"
                                + " SELECT knot.parent FROM temp.knot JOIN above ON knot.child = above.id)"
                                + " SELECT count(*) FROM above WHERE id = ?",
                        edge.parent(),
                        edge.child())
                > 0;
    }

    private void cut(Edge edge) {
        database.update("UPDATE edge SET cut = 1 WHERE child = ? AND parent = ?", edge.child(), edge.parent());
        database.update("DELETE FROM temp.knot WHERE child = ? AND parent = ?", edge.child(), edge.parent());
    }

    /** @param isAhead whether the record that is waited for is not there yet */
    private record Edge(boolean isAhead, long child, long parent) {}
}
