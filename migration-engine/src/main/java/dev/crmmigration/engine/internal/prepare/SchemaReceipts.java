package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.destination.SchemaReceipt;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.plan.ElementJson;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What this migration has made in the schema of the destination, in the order in which it was made. */
public final class SchemaReceipts {

    private final Journal journal;
    private final Database database;

    public SchemaReceipts(Journal journal) {
        this.journal = journal;
        this.database = journal.database();
        database.script(
                "CREATE TABLE IF NOT EXISTS schema_receipt(number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
                        + " element TEXT NOT NULL, outcome TEXT NOT NULL, generation INTEGER NOT NULL)");
    }

    /**
     * Remembers an element that we made.
     *
     * @param generation the generation of the source for which it was made
     */
    public void created(SchemaReceipt receipt, int generation) {
        database.transaction(() -> {
            int added = database.update(
                    "INSERT OR IGNORE INTO schema_receipt(key, element, outcome, generation) VALUES(?, ?, 'CREATED', ?)",
                    receipt.key(),
                    ElementJson.write(receipt.element()),
                    generation);
            if (added > 0) {
                event("schema created", receipt);
            }
        });
    }

    /** Records what became of an element when it was taken back. */
    public void undone(SchemaReceipt receipt, String outcome) {
        database.transaction(() -> {
            database.update("UPDATE schema_receipt SET outcome = ? WHERE key = ?", outcome, receipt.key());
            event("schema " + outcome.toLowerCase(Locale.ROOT).replace('_', ' '), receipt);
        });
    }

    private void event(String kind, SchemaReceipt receipt) {
        journal.event(
                kind,
                Map.of(
                        "object", receipt.element().object().name(),
                        "kind", receipt.element().kind().name(),
                        "key", receipt.key()));
    }

    /** Returns what we made for a generation or a later one and what is not taken back yet, last first. */
    public List<SchemaReceipt> toUndo(int generation) {
        return database.list(
                "SELECT element, key FROM schema_receipt WHERE outcome NOT IN ('REMOVED', 'ALREADY_GONE')"
                        + " AND generation >= ? ORDER BY number DESC",
                row -> new SchemaReceipt(ElementJson.read(row.getString(1)), row.getString(2)),
                generation);
    }

    /** Forgets what was made for a generation and is taken back. */
    public void forgetUndone(int generation) {
        database.update(
                "DELETE FROM schema_receipt WHERE outcome IN ('REMOVED', 'ALREADY_GONE') AND generation = ?",
                generation);
    }

    /** Returns everything that we made, with what became of it. */
    public List<Receipt> all() {
        return database.list(
                "SELECT element, key, outcome FROM schema_receipt ORDER BY number",
                row -> new Receipt(
                        new SchemaReceipt(ElementJson.read(row.getString(1)), row.getString(2)), row.getString(3)));
    }

    public void forget() {
        database.update("DELETE FROM schema_receipt");
    }

    /** An element that we made, and what became of it since. */
    public record Receipt(SchemaReceipt receipt, String outcome) {}
}
