package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The destination as it was before the first change: a hash of every record, a key of every element of the schema. */
public final class BeforeImage {

    private static final String DONE = "before";

    private final Journal journal;
    private final Database database;

    public BeforeImage(Journal journal) {
        this.journal = journal;
        this.database = journal.database();
        database.script(
                "CREATE TABLE IF NOT EXISTS before_record(object TEXT NOT NULL, id TEXT NOT NULL, image TEXT NOT NULL,"
                        + " PRIMARY KEY(object, id)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS before_key(key TEXT PRIMARY KEY) WITHOUT ROWID");
    }

    public boolean isTaken() {
        return journal.fact(DONE).isPresent();
    }

    /**
     * Takes the image; if an earlier attempt was interrupted, from the beginning.
     *
     * @param schema gives the keys of everything that is there
     * @param objects what can be read back of what is going to be written
     * @param witness sees every record
     * @param conclusion is run with the image's becoming durable
     */
    public void take(
            Supplier<Set<String>> schema,
            RecordReader reader,
            Canon canon,
            Set<ObjectType> objects,
            Consumer<CrmRecord> witness,
            Runnable conclusion) {
        forget();
        for (ObjectType object : objects) {
            RecordReader.Pages pages = reader.scan(new ScanRequest.All(object));
            for (List<CrmRecord> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                List<CrmRecord> records = page;
                records.forEach(witness);
                database.transaction(() -> records.forEach(record -> database.update(
                        "INSERT OR REPLACE INTO before_record(object, id, image) VALUES(?, ?, ?)",
                        object.name(),
                        record.ref().id(),
                        canon.image(record))));
            }
        }
        Set<String> keys = schema.get();
        database.transaction(() -> {
            keys.forEach(key -> database.update("INSERT OR IGNORE INTO before_key(key) VALUES(?)", key));
            conclusion.run();
            journal.fact(DONE, "taken");
        });
    }

    public void forget() {
        database.transaction(() -> {
            database.update("DELETE FROM before_record");
            database.update("DELETE FROM before_key");
            journal.forget(DONE);
        });
    }

    /** Returns the keys of everything that was there. */
    public Set<String> keys() {
        return new TreeSet<>(database.list("SELECT key FROM before_key", row -> row.getString(1)));
    }

    /** Returns the hash of a record that was there. */
    public Optional<String> image(RecordRef ref) {
        return database.first(
                "SELECT image FROM before_record WHERE object = ? AND id = ?",
                row -> row.getString(1),
                ref.type().name(),
                ref.id());
    }

    /** Counts the records that were there, by object. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "SELECT object, count(*) FROM before_record GROUP BY object",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
