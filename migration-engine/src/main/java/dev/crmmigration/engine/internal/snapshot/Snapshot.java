package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One generation of the source, in its own database. Written once by the extraction, read by every later step; only the
 * index of related records is added to it later. Used by the thread of the step.
 */
public final class Snapshot implements AutoCloseable {

    private static final int PAGE = 500;
    private static final int RECENT = 2_000;

    private final Database database;
    private final Path file;
    private final int generation;
    private final Map<RecordRef, Optional<CrmRecord>> recent = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecordRef, Optional<CrmRecord>> eldest) {
            return size() > RECENT;
        }
    };

    private Snapshot(Database database, Path file, int generation) {
        this.database = database;
        this.file = file;
        this.generation = generation;
    }

    /**
     * Opens a generation, or makes it.
     *
     * @param generation its number; the first one is 1
     */
    public static Snapshot open(Path file, int generation) {
        Database database = Database.open(file);
        database.script(
                "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS record(object TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL,"
                        + " version INTEGER NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, changed_at INTEGER,"
                        + " PRIMARY KEY(object, id)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS file(object TEXT NOT NULL, name TEXT NOT NULL, rows INTEGER NOT NULL,"
                        + " superseded INTEGER NOT NULL, quarantined INTEGER NOT NULL,"
                        + " PRIMARY KEY(object, name)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS quarantine(id INTEGER PRIMARY KEY, object TEXT NOT NULL, file TEXT NOT NULL,"
                        + " line INTEGER NOT NULL, field TEXT NOT NULL, rule TEXT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS repair(object TEXT NOT NULL, file TEXT NOT NULL, field TEXT NOT NULL,"
                        + " rule TEXT NOT NULL, repairs INTEGER NOT NULL,"
                        + " PRIMARY KEY(object, file, field, rule)) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS mended(id INTEGER PRIMARY KEY, object TEXT NOT NULL, record TEXT NOT NULL,"
                        + " file TEXT NOT NULL, line INTEGER NOT NULL, field TEXT NOT NULL, rule TEXT NOT NULL,"
                        + " raw TEXT NOT NULL)",
                "CREATE TABLE IF NOT EXISTS tombstone(object TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY(object, id))"
                        + " WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS progress(object TEXT PRIMARY KEY, position TEXT, done INTEGER NOT NULL,"
                        + " coverage TEXT) WITHOUT ROWID",
                "CREATE TABLE IF NOT EXISTS related(relation TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL,"
                        + " PRIMARY KEY(relation, key, id)) WITHOUT ROWID");
        return new Snapshot(database, file, generation);
    }

    /** Copies everything to a file that is not there yet. */
    public void copyTo(Path file) {
        database.script("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
    }

    /** Returns the number of this generation. */
    public int generation() {
        return generation;
    }

    Database database() {
        return database;
    }

    /** Returns the folder of the workspace that it lies in, where passing files may lie as well. */
    public Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    /** Tells whether the extraction has reached its end. */
    public boolean isComplete() {
        return meta("complete").isPresent();
    }

    /** Returns when its extraction began; empty if it has not. */
    public Optional<Instant> begunAt() {
        return meta(Extraction.BEGUN).map(Instant::parse);
    }

    /** Returns when it was taken from the source: the moment of the export, or when reading began. */
    public Optional<Instant> takenAt() {
        return meta(Extraction.TAKEN).map(Instant::parse).or(this::begunAt);
    }

    /** A record that the source has changed, as far as it says when. */
    public record ChangedRecord(RecordRef ref, Instant at) {}

    /** Returns when the oldest and the newest record of an object were made or changed; empty if the source does not say. */
    public List<Instant> span(ObjectType type) {
        return database
                .list(
                        "SELECT min(changed_at), max(changed_at) FROM record WHERE object = ? HAVING min(changed_at) IS NOT NULL",
                        row -> List.of(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))),
                        type.name())
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** Counts the records that the source has changed after a moment. */
    public long countChangedAfter(Instant moment) {
        return database.number("SELECT count(*) FROM record WHERE changed_at > ?", moment.toEpochMilli());
    }

    /** Returns records that the source has changed after a moment, in the order of their ids. */
    public List<ChangedRecord> changedAfter(Instant moment, int most) {
        return database.list(
                "SELECT object, id, changed_at FROM record WHERE changed_at > ? ORDER BY object, id LIMIT ?",
                row -> new ChangedRecord(
                        RecordRef.of(row.getString(1), row.getString(2)), Instant.ofEpochMilli(row.getLong(3))),
                moment.toEpochMilli(),
                most);
    }

    /** Returns a catalog as a report has it: objects with their fields, types and options, and nothing of users. */
    public static String describe(Catalog catalog) {
        return CatalogJson.write(catalog);
    }

    public Catalog catalog() {
        return CatalogJson.read(meta("catalog").orElseThrow());
    }

    public SourceInventory inventory() {
        var root = Json.own(meta("inventory").orElseThrow());
        List<String> automations = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        root.get("automations").forEach(name -> automations.add(name.asText()));
        root.get("gaps").forEach(gap -> gaps.add(gap.asText()));
        return new SourceInventory(automations, gaps, AutomationJson.read(root.path("definitions")));
    }

    Optional<String> meta(String key) {
        return database.first("SELECT value FROM meta WHERE key = ?", row -> row.getString(1), key);
    }

    void meta(String key, String value) {
        database.update("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)", key, value);
    }

    public long count(ObjectType type) {
        return database.number("SELECT count(*) FROM record WHERE object = ?", type.name());
    }

    /** Finds one record. */
    public Optional<CrmRecord> record(RecordRef ref) {
        return recent.computeIfAbsent(ref, this::find);
    }

    private Optional<CrmRecord> find(RecordRef ref) {
        return database.first(
                "SELECT fields FROM record WHERE object = ? AND id = ?",
                row -> new CrmRecord(ref, ValueCodec.decode(row.getString(1))),
                ref.type().name(),
                ref.id());
    }

    /**
     * Returns the records of an object that follow an id, in the order of their ids.
     *
     * @param after the last id of the page before, empty text for the first page
     * @return at most some hundreds; empty at the end
     */
    public List<CrmRecord> page(ObjectType type, String after) {
        return database.list(
                "SELECT id, fields FROM record WHERE object = ? AND id > ? ORDER BY id LIMIT " + PAGE,
                row -> new CrmRecord(new RecordRef(type, row.getString(1)), ValueCodec.decode(row.getString(2))),
                type.name(),
                after);
    }

    /** Walks over all records of an object, in the order of their ids. */
    public void forEach(ObjectType type, Consumer<CrmRecord> action) {
        String after = "";
        List<CrmRecord> page = page(type, after);
        while (!page.isEmpty()) {
            page.forEach(action);
            after = page.get(page.size() - 1).ref().id();
            page = page(type, after);
        }
    }

    /** Counts what was found in every file. */
    public List<FileCount> files() {
        return database.list(
                "SELECT f.object, f.name, f.rows, f.superseded, f.quarantined,"
                        + " (SELECT count(*) FROM record r WHERE r.object = f.object AND r.file = f.name)"
                        + " FROM file f ORDER BY f.object, f.name",
                row -> new FileCount(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(6),
                        row.getLong(4),
                        row.getLong(5)));
    }

    /** Returns rows that were put aside, in the order in which they were found. */
    public List<QuarantinedRow> quarantine(int most) {
        return database.list(
                "SELECT object, file, line, field, rule FROM quarantine ORDER BY id LIMIT ?",
                row -> new QuarantinedRow(
                        row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)),
                most);
    }

    /** Counts what was mended, by object, field and rule. */
    public List<RepairCount> repairs() {
        return database.list(
                "SELECT object, file, field, rule, repairs FROM repair ORDER BY object, file, field, rule",
                row -> new RepairCount(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
    }

    /** Returns what was mended with the text as it stood, in the order in which it was found. */
    public List<MendedCell> mended(int most) {
        return database.list(
                "SELECT object, record, file, line, field, rule, raw FROM mended ORDER BY id LIMIT ?",
                row -> new MendedCell(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                most);
    }

    /** Says how many attached files there are, and how large. */
    public FileSizes fileSizes(int most) {
        if (!hasFiles()) {
            return new FileSizes(0, 0, 0, List.of());
        }
        return new FileSizes(
                database.number("SELECT count(*) FROM attachment"),
                database.number("SELECT count(*) FROM attachment WHERE sha256 IS NULL"),
                database.number("SELECT sum(size) FROM attachment"),
                database.list(
                        "SELECT size FROM attachment WHERE size IS NOT NULL ORDER BY size DESC LIMIT ?",
                        row -> row.getLong(1),
                        most));
    }

    /** Counts the attached files that are larger than so many bytes. */
    public long filesOver(long bytes) {
        return hasFiles() ? database.number("SELECT count(*) FROM attachment WHERE size > ?", bytes) : 0;
    }

    private boolean hasFiles() {
        return database.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'attachment'") > 0;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Attached files: how many, how many could not be had, their bytes, and the sizes of the largest. */
    public record FileSizes(long files, long missing, long bytes, List<Long> largest) {}

    /** Rows of one file: rows = records + superseded + quarantined. */
    public record FileCount(String object, String file, long rows, long records, long superseded, long quarantined) {

        /** Tells whether every row is accounted for. */
        public boolean closes() {
            return rows == records + superseded + quarantined;
        }
    }

    /** A row that was put aside. */
    public record QuarantinedRow(String object, String file, long line, String column, String rule) {}

    /** Something that was mended. */
    public record MendedCell(
            String object, String record, String file, long line, String field, String rule, String raw) {

        /** Says where it is; what stood there is personal. */
        @Override
        public String toString() {
            return "MendedCell[" + file + ":" + line + " " + field + " " + rule + "]";
        }
    }

    /** How often something was mended. */
    public record RepairCount(String object, String file, String field, String rule, long repairs) {}
}
