package dev.crmmigration.engine.internal.prepare;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.engine.internal.draft.Canon;
import dev.crmmigration.engine.internal.journal.Journal;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The destination as it was before the first change of a generation: a hash of every record, a key of every element of the
 * schema.
 */
public final class BeforeImage {

    /** The generation that the migration began with; another one than the first if it was rolled back before. */
    private static final String BEGUN = "begun with generation";

    private final Journal journal;
    private final Database database;
    private final int generation;

    /** @param generation the generation of the source whose changes are still to be made */
    public BeforeImage(Journal journal, int generation) {
        this.journal = journal;
        this.database = journal.database();
        this.generation = generation;
        database.script(
                "CREATE TABLE IF NOT EXISTS before_record(generation INTEGER NOT NULL, object TEXT NOT NULL, id TEXT NOT"
                        + " NULL, image TEXT NOT NULL, PRIMARY KEY(generation, object, id)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS before_key(generation INTEGER NOT NULL, key TEXT NOT NULL,"
                        + " PRIMARY KEY(generation, key)) WITHOUT ROWID");
    }

    /** Returns the image before everything that this migration did. */
    public static BeforeImage first(Journal journal) {
        return new BeforeImage(journal, 1);
    }

    /** Returns the image before a generation; of the one that the migration began with, the one before everything. */
    public static BeforeImage of(Journal journal, int generation) {
        int begun = journal.fact(BEGUN).map(Integer::valueOf).orElse(1);
        return generation <= begun ? first(journal) : new BeforeImage(journal, generation);
    }

    /** Forgets all images: the migration begins again, with the generation that there is. */
    public static void beginAgain(Journal journal, int generation) {
        for (int number = 1; number <= generation; number++) {
            new BeforeImage(journal, number).forget();
        }
        journal.fact(BEGUN, String.valueOf(generation));
    }

    public boolean isTaken() {
        return journal.fact(done()).isPresent();
    }

    private String done() {
        return "before " + generation;
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
                        "INSERT OR REPLACE INTO before_record(generation, object, id, image) VALUES(?, ?, ?, ?)",
                        generation,
                        object.name(),
                        record.ref().id(),
                        canon.image(record))));
            }
        }
        Set<String> keys = schema.get();
        database.transaction(() -> {
            keys.forEach(key ->
                    database.update("INSERT OR IGNORE INTO before_key(generation, key) VALUES(?, ?)", generation, key));
            conclusion.run();
            journal.fact(done(), "taken");
        });
    }

    public void forget() {
        database.transaction(() -> {
            database.update("DELETE FROM before_record WHERE generation = ?", generation);
            database.update("DELETE FROM before_key WHERE generation = ?", generation);
            journal.forget(done());
        });
    }

    /** Returns the keys of everything that was there. */
    public Set<String> keys() {
        return new TreeSet<>(
                database.list("SELECT key FROM before_key WHERE generation = ?", row -> row.getString(1), generation));
    }

    /** Returns the hash of a record that was there. */
    public Optional<String> image(RecordRef ref) {
        return image(generation, ref);
    }

    private Optional<String> image(int number, RecordRef ref) {
        return database.first(
                "SELECT image FROM before_record WHERE generation = ? AND object = ? AND id = ?",
                row -> row.getString(1),
                number,
                ref.type().name(),
                ref.id());
    }

    /** Returns one hash for all records of an object that were there. */
    public Root root(ObjectType object) {
        Root root = Root.empty();
        String after = "";
        List<String[]> page = page(object, after);
        while (!page.isEmpty()) {
            page.forEach(row -> root.add(row[0], row[1]));
            after = page.get(page.size() - 1)[0];
            page = page(object, after);
        }
        return root;
    }

    private List<String[]> page(ObjectType object, String after) {
        return database.list(
                "SELECT id, image FROM before_record WHERE generation = ? AND object = ? AND id > ? ORDER BY id LIMIT 1000",
                row -> new String[] {row.getString(1), row.getString(2)},
                generation,
                object.name(),
                after);
    }

    /** Counts the records that were there, by object. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        database.list(
                "SELECT object, count(*) FROM before_record WHERE generation = ? GROUP BY object",
                row -> counts.put(row.getString(1), row.getLong(2)),
                generation);
        return counts;
    }

    /** Tells whether a record was there before the changes of this generation or of an earlier one. */
    public boolean knows(RecordRef ref) {
        for (int number = generation; number > 0; number--) {
            if (image(number, ref).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
