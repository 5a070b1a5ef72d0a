package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;

/** The ids that a source has of one object now, on disk for as long as they are compared. */
final class PresentIds {

    private final Database database;

    /** Begins anew, without any. */
    PresentIds(Database database) {
        this.database = database;
        database.script(
                "CREATE TEMP TABLE IF NOT EXISTS present(id TEXT PRIMARY KEY) WITHOUT ROWID",
                "DELETE FROM temp.present");
    }

    void add(List<String> ids) {
        database.transaction(
                () -> ids.forEach(id -> database.update("INSERT OR IGNORE INTO temp.present(id) VALUES(?)", id)));
    }

    /** Takes note of ids that were known before; those that are no more become tombstones. */
    void compare(ObjectType type, List<String> known) {
        database.transaction(() -> known.forEach(id -> {
            if (database.update("DELETE FROM temp.present WHERE id = ?", id) == 0) {
                database.update("INSERT OR IGNORE INTO tombstone(object, id) VALUES(?, ?)", type.name(), id);
            }
        }));
    }

    /** Counts what was neither known nor read now, rows that were put aside left out. */
    long countUntold(ObjectType type) {
        long untold = database.number(
                "SELECT count(*) FROM temp.present p WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.object = ? AND"
                        + " r.id = p.id)",
                type.name());
        return untold - database.number("SELECT count(*) FROM quarantine WHERE object = ?", type.name());
    }
}
