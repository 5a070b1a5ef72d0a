package dev.crmmigration.engine.internal.snapshot;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.store.Database;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what a snapshot holds: one pass over the records of an object, in bounded memory. */
public final class Profiler {

    private static final String EMAIL = "email";

    private final Snapshot snapshot;

    public Profiler(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public Profile profile() {
        List<Profile.ObjectProfile> objects = new ArrayList<>();
        List<Profile.OwnerCount> owners = new ArrayList<>();
        for (ObjectDescription object : snapshot.catalog().objects()) {
            objects.add(object(object, owners));
        }
        List<Snapshot.FileCount> files = snapshot.files();
        return new Profile(
                StepResult.COMPLETE,
                1,
                objects,
                files.stream().map(Profiler::file).toList(),
                files.stream().mapToLong(Snapshot.FileCount::quarantined).sum(),
                snapshot.quarantine(100).stream()
                        .map(row -> new Profile.QuarantinedRow(
                                row.object(), row.file(), row.line(), row.column(), row.rule()))
                        .toList(),
                snapshot.repairs().stream()
                        .map(repair -> new Profile.RepairCount(
                                repair.object(), repair.file(), repair.field(), repair.rule(), repair.repairs()))
                        .toList(),
                owners,
                snapshot.inventory().automations(),
                snapshot.inventory().gaps());
    }

    /** Shows the counts of one file. */
    public static Profile.FileCount file(Snapshot.FileCount file) {
        return new Profile.FileCount(
                file.object(),
                file.file(),
                file.rows(),
                file.records(),
                file.superseded(),
                file.quarantined(),
                file.closes());
    }

    private Profile.ObjectProfile object(ObjectDescription object, List<Profile.OwnerCount> owners) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        object.fields().forEach(field -> tallies.put(field.key(), new Tally(field)));
        Optional<FieldDescription> email = object.field(EMAIL);
        email.ifPresent(field -> indexEmail(object.type()));
        snapshot.forEach(object.type(), record -> tallies.values().forEach(tally -> tally.add(record)));
        tallies.values().stream()
                .filter(tally -> tally.field.type() == FieldType.USER)
                .forEach(tally -> tally.owners.forEach((owner, records) ->
                        owners.add(new Profile.OwnerCount(object.type().name(), owner, records))));
        long records = snapshot.count(object.type());
        return new Profile.ObjectProfile(
                object.type().name(),
                records,
                Optional.ofNullable(tallies.get(EMAIL))
                        .map(tally -> records - tally.filled)
                        .orElse(0L),
                email.map(field -> duplicates(object.type())).orElse(0L),
                tallies.values().stream().map(Tally::profile).toList());
    }

    private static String relation(ObjectType type) {
        return "profile " + type + " by " + EMAIL;
    }

    private void indexEmail(ObjectType type) {
        Database database = snapshot.database();
        database.transaction(() -> {
            database.update("DELETE FROM related WHERE relation = ?", relation(type));
            snapshot.forEach(
                    type,
                    record -> record.value(EMAIL)
                            .map(value -> ValueText.of(value).strip().toLowerCase(Locale.ROOT))
                            .ifPresent(key -> database.update(
                                    "INSERT INTO related(relation, key, id) VALUES(?, ?, ?)",
                                    relation(type),
                                    key,
                                    record.ref().id())));
        });
    }

    private long duplicates(ObjectType type) {
        return snapshot.database()
                .number("SELECT count(*) - count(DISTINCT key) FROM related WHERE relation = ?", relation(type));
    }

    private static final class Tally {
        private final FieldDescription field;
        private final Map<String, Long> found = new TreeMap<>();
        private final Map<String, Long> owners = new TreeMap<>();
        private long filled;

        private Tally(FieldDescription field) {
            this.field = field;
        }

        private void add(CrmRecord record) {
            Optional<Object> value = record.value(field.key());
            if (value.isEmpty()) {
                return;
            }
            filled++;
            String kind = value.get() instanceof List
                    ? "List"
                    : value.get().getClass().getSimpleName();
            found.merge(kind, 1L, Long::sum);
            if (field.type() == FieldType.USER) {
                owners.merge(ValueText.of(value.get()).strip().toLowerCase(Locale.ROOT), 1L, Long::sum);
            }
        }

        private Profile.FieldProfile profile() {
            return new Profile.FieldProfile(
                    field.key(), field.label(), field.custom(), field.type().name(), filled, found);
        }
    }
}
