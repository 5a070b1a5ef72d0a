package dev.crmmigration.engine.internal.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.api.source.Coverage;
import dev.crmmigration.api.source.Origin;
import dev.crmmigration.api.source.ReadRequest;
import dev.crmmigration.api.source.RecordCursor;
import dev.crmmigration.api.source.Repair;
import dev.crmmigration.api.source.SourceEntry;
import dev.crmmigration.api.source.SourceInventory;
import dev.crmmigration.api.source.SourceSession;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.report.RecordJson;
import dev.crmmigration.engine.internal.retry.ReadRetries;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.ValueCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * Reads a source into a snapshot, page by page. A page and the position after it are durable together, so that an
 * interrupted extraction goes on where it stood.
 */
public final class Extraction {

    /** When the extraction began, by our clock. */
    static final String BEGUN = "begun";

    /** When what was read was taken from the platform. */
    static final String TAKEN = "taken";

    private final Snapshot snapshot;
    private final Succession succession;
    private final Clock clock;
    private final List<String> takenOver = new ArrayList<>();
    /** Objects of which the source has said which records are there. */
    private final Set<ObjectType> told = new HashSet<>();

    private final Database database;
    private final Attachments attachments;
    private final ReadRetries retries;
    private final Runnable beforePage;
    private final ObjLongConsumer<ObjectType> progress;

    /**
     * @param succession what the snapshot takes over from the generation before
     * @param beforePage called before a page is stored; ends the extraction by throwing
     */
    public Extraction(
            Snapshot snapshot,
            Succession succession,
            Clock clock,
            Attachments attachments,
            ReadRetries retries,
            Runnable beforePage,
            ObjLongConsumer<ObjectType> progress) {
        this.snapshot = snapshot;
        this.succession = succession;
        this.clock = clock;
        this.attachments = attachments;
        this.database = snapshot.database();
        this.retries = retries;
        this.beforePage = beforePage;
        this.progress = progress;
    }

    /** Reads everything that is not read yet. */
    public void run(SourceSession source) {
        if (snapshot.meta("catalog").isEmpty()) {
            Instant begun = clock.instant();
            snapshot.meta(BEGUN, begun.toString());
            snapshot.meta(TAKEN, source.takenAt().orElse(begun).toString());
            Catalog read = retries.call(source::catalog);
            snapshot.meta("given", CatalogJson.write(read));
            snapshot.meta("catalog", CatalogJson.write(succession.catalog(read)));
        }
        Catalog given = CatalogJson.read(snapshot.meta("given").orElseThrow());
        for (ObjectDescription object : snapshot.catalog().objects()) {
            if (given.object(object.type()).isPresent()) {
                extract(source, object.type());
            }
            takeOver(object.type());
        }
        attachments.forgetProblems();
        attachments.fetch(source, retries, beforePage);
        SourceInventory inventory = retries.call(source::inventory);
        ObjectNode node = Json.object();
        node.set("automations", Json.texts(inventory.automations()));
        node.set("definitions", RecordJson.node(inventory.definitions()));
        node.set("gaps", Json.texts(gaps(inventory)));
        snapshot.meta("inventory", Json.compact(node));
        snapshot.meta("complete", "true");
    }

    /** What is missing was deleted only if everything was read, and nothing of it put aside. */
    private void takeOver(ObjectType type) {
        boolean isWhole = database.number(
                        "SELECT count(*) FROM progress WHERE object = ? AND done = 1 AND coverage = ?",
                        type.name(),
                        Coverage.FULL.name())
                > 0;
        boolean isClean = database.number("SELECT count(*) FROM quarantine WHERE object = ?", type.name()) == 0;
        if (!isWhole || !isClean) {
            long records = succession.takeOver(database, type);
            if (records > 0 && !told.contains(type)) {
                takenOver.add(records + " record(s) of " + type + " are as they were in the generation before: this one"
                        + " is not whole, so that nothing can be said about them");
            }
        }
    }

    private List<String> gaps(SourceInventory inventory) {
        List<String> gaps = new ArrayList<>(inventory.gaps());
        gaps.addAll(takenOver);
        if (attachments.missed() > 0) {
            gaps.add(attachments.missed() + " file(s) that records name cannot be had from the source");
        }
        return gaps;
    }

    private void extract(SourceSession source, ObjectType type) {
        if (database.number("SELECT count(*) FROM progress WHERE object = ? AND done = 1", type.name()) > 0) {
            return;
        }
        Optional<String> position = database.first(
                "SELECT position FROM progress WHERE object = ? AND position IS NOT NULL",
                row -> row.getString(1),
                type.name());
        if (position.isEmpty()) {
            forget(type);
        }
        ReadRequest all = new ReadRequest(type, Optional.empty(), succession.changedSince());
        try (RecordCursor cursor = source.read(position.map(all::from).orElse(all))) {
            long rows = 0;
            List<SourceEntry> page = retries.call(cursor::next);
            while (!page.isEmpty()) {
                beforePage.run();
                store(type, page, cursor);
                rows += page.size();
                progress.accept(type, rows);
                page = retries.call(cursor::next);
            }
            if (succession.changedSince().isPresent()) {
                cursor.present().ifPresent(present -> bury(type, present));
            }
            database.update(
                    "INSERT OR REPLACE INTO progress(object, position, done, coverage) VALUES(?, NULL, 1, ?)",
                    type.name(),
                    cursor.coverage().name());
        }
    }

    /** Takes for deleted what the source has no more. What it has beyond that should have been told as a change. */
    private void bury(ObjectType type, RecordCursor.Present present) {
        PresentIds ids = new PresentIds(database);
        List<String> page = retries.call(present::next);
        while (!page.isEmpty()) {
            beforePage.run();
            ids.add(page);
            page = retries.call(present::next);
        }
        succession.bury(type, ids);
        told.add(type);
        long untold = ids.countUntold(type);
        if (untold > 0) {
            takenOver.add(untold + " record(s) of " + type + " are there that were neither known before nor told as a"
                    + " change. Read everything again");
        }
    }

    private void forget(ObjectType type) {
        database.transaction(() -> {
            for (String table : List.of("record", "file", "quarantine", "repair", "mended", "tombstone")) {
                database.update("DELETE FROM " + table + " WHERE object = ?", type.name());
            }
        });
    }

    private void store(ObjectType type, List<SourceEntry> page, RecordCursor cursor) {
        database.transaction(() -> {
            for (SourceEntry entry : page) {
                count(type, entry.origin().file(), "rows");
                entry.match(this::record, this::quarantined, this::deleted);
            }
            database.update(
                    "INSERT OR REPLACE INTO progress(object, position, done, coverage) VALUES(?, ?, 0, NULL)",
                    type.name(),
                    cursor.position().orElse(null));
        });
    }

    private boolean record(SourceEntry.Read entry) {
        String type = entry.record().ref().type().name();
        String id = entry.record().ref().id();
        Optional<Known> known = database.first(
                "SELECT version, file FROM record WHERE object = ? AND id = ?",
                row -> new Known(row.getLong(1), row.getString(2)),
                type,
                id);
        entry.repairs().forEach(repair -> repaired(entry.record().ref(), entry.origin(), repair));
        if (known.isPresent() && known.get().version() > entry.version()) {
            count(entry.record().ref().type(), entry.origin().file(), "superseded");
            return false;
        }
        database.update("DELETE FROM tombstone WHERE object = ? AND id = ?", type, id);
        known.ifPresent(older -> count(entry.record().ref().type(), older.file(), "superseded"));
        database.update(
                "INSERT OR REPLACE INTO record(object, id, fields, version, file, line, changed_at)"
                        + " VALUES(?, ?, ?, ?, ?, ?, ?)",
                type,
                id,
                ValueCodec.encode(entry.record().fields()),
                entry.version(),
                entry.origin().file(),
                entry.origin().line(),
                entry.changedAt().map(Instant::toEpochMilli).orElse(null));
        attachments.note(entry.record().fields());
        return true;
    }

    private boolean quarantined(SourceEntry.Quarantined entry) {
        count(entry.type(), entry.origin().file(), "quarantined");
        database.update(
                "INSERT INTO quarantine(object, file, line, field, rule) VALUES(?, ?, ?, ?, ?)",
                entry.type().name(),
                entry.origin().file(),
                entry.origin().line(),
                entry.column(),
                entry.rule());
        return false;
    }

    /** The row of a tombstone is used up by taking the record away; so is the row that the record came from. */
    private boolean deleted(SourceEntry.Deleted entry) {
        ObjectType type = entry.ref().type();
        count(type, entry.origin().file(), "superseded");
        database.update(
                "INSERT OR IGNORE INTO tombstone(object, id) VALUES(?, ?)",
                type.name(),
                entry.ref().id());
        database.first(
                        "SELECT file FROM record WHERE object = ? AND id = ?",
                        row -> row.getString(1),
                        type.name(),
                        entry.ref().id())
                .ifPresent(file -> {
                    count(type, file, "superseded");
                    database.update(
                            "DELETE FROM record WHERE object = ? AND id = ?",
                            type.name(),
                            entry.ref().id());
                });
        return false;
    }

    private void repaired(RecordRef ref, Origin origin, Repair repair) {
        if (!repair.raw().isEmpty()) {
            database.update(
                    "INSERT INTO mended(object, record, file, line, field, rule, raw) VALUES(?, ?, ?, ?, ?, ?, ?)",
                    ref.type().name(),
                    ref.id(),
                    origin.file(),
                    origin.line(),
                    repair.field(),
                    repair.rule(),
                    repair.raw());
        }
        database.update(
                "INSERT INTO repair(object, file, field, rule, repairs) VALUES(?, ?, ?, ?, 1)"
                        + " ON CONFLICT(object, file, field, rule) DO UPDATE SET repairs = repairs + 1",
                ref.type().name(),
                origin.file(),
                repair.field(),
                repair.rule());
    }

    private void count(ObjectType type, String file, String column) {
        database.update(
                "INSERT INTO file(object, name, rows, superseded, quarantined) VALUES(?, ?, 0, 0, 0)"
                        + " ON CONFLICT(object, name) DO NOTHING",
                type.name(),
                file);
        database.update(
                "UPDATE file SET " + column + " = " + column + " + 1 WHERE object = ? AND name = ?", type.name(), file);
    }

    private record Known(long version, String file) {}
}
