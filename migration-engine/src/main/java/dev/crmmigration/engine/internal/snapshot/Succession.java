package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a generation takes over from the one before it. Where it is not whole, a record that it lacks is nothing that can be
 * said anything about, so it stays as it was; only where it is whole, a record that it lacks was deleted.
 */
public final class Succession {

    /** Clocks differ, and changes may become visible late: changes are asked for from this long before. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int PAGE = 500;

    private final Optional<Snapshot> before;

    private Succession(Optional<Snapshot> before) {
        this.before = before;
    }

    /** Begins with nothing. */
    public static Succession none() {
        return new Succession(Optional.empty());
    }

    /** Goes on from a generation that is complete. */
    public static Succession of(Snapshot before) {
        return new Succession(Optional.of(before));
    }

    /** Returns from when on changes are asked for; empty if everything is. */
    Optional<Instant> changedSince() {
        return before.flatMap(snapshot -> snapshot.meta(Extraction.BEGUN))
                .map(moment -> Instant.parse(moment).minus(OVERLAP));
    }

    /** Returns a catalog with the objects and fields that only the generation before has. */
    Catalog catalog(Catalog now) {
        if (before.isEmpty()) {
            return now;
        }
        Catalog old = before.get().catalog();
        List<ObjectDescription> objects = new ArrayList<>();
        now.objects()
                .forEach(object -> objects.add(old.object(object.type())
                        .map(older -> joined(object, older))
                        .orElse(object)));
        old.objects().stream()
                .filter(object -> now.object(object.type()).isEmpty())
                .forEach(objects::add);
        return new Catalog(now.account(), objects, now.users(), now.capacities());
    }

    private static ObjectDescription joined(ObjectDescription now, ObjectDescription old) {
        List<FieldDescription> fields = new ArrayList<>(now.fields());
        old.fields().stream().filter(field -> now.field(field.key()).isEmpty()).forEach(fields::add);
        return new ObjectDescription(now.type(), fields, now.traits());
    }

    /** Tells apart which records of the generation before are still there. */
    void bury(ObjectType type, PresentIds present) {
        if (before.isEmpty()) {
            return;
        }
        String after = "";
        List<String> page = ids(before.get(), type, after);
        while (!page.isEmpty()) {
            present.compare(type, page);
            after = page.get(page.size() - 1);
            page = ids(before.get(), type, after);
        }
    }

    private static List<String> ids(Snapshot before, ObjectType type, String after) {
        return before.database()
                .list(
                        "SELECT id FROM record WHERE object = ? AND id > ? ORDER BY id LIMIT " + PAGE,
                        row -> row.getString(1),
                        type.name(),
                        after);
    }

    /** Takes over the records of an object that this generation lacks and that nobody has said to be deleted. */
    long takeOver(Database database, ObjectType type) {
        if (before.isEmpty()) {
            return 0;
        }
        long taken = 0;
        String after = "";
        List<Object[]> page = page(before.get(), type, after);
        while (!page.isEmpty()) {
            List<Object[]> rows = page;
            long[] added = {0};
            database.transaction(() -> rows.forEach(row -> added[0] += take(database, row)));
            taken += added[0];
            after = String.valueOf(page.get(page.size() - 1)[1]);
            page = page(before.get(), type, after);
        }
        return taken;
    }

    private static int take(Database database, Object[] row) {
        return database.update(
                "INSERT INTO record(object, id, fields, version, file, line, changed_at) SELECT ?, ?, ?, ?, ?, ?, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE object = ? AND id = ?)"
                        + " ON CONFLICT(object, id) DO NOTHING",
                row[0],
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                row[0],
                row[1]);
    }

    /** The file of a record that is taken over is none of this generation's. */
    private static List<Object[]> page(Snapshot before, ObjectType type, String after) {
        String origin = "generation " + before.generation() + ": ";
        return before.database()
                .list(
                        "SELECT object, id, fields, version, file, line, changed_at FROM record WHERE object = ? AND"
                                + " id > ? ORDER BY id LIMIT " + PAGE,
                        row -> new Object[] {
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getString(5).startsWith("generation ") ? row.getString(5) : origin + row.getString(5),
                            row.getLong(6),
                            row.getObject(7)
                        },
                        type.name(),
                        after);
    }
}
