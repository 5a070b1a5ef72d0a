package dev.crmmigration.engine.internal.profile;

import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.engine.Profile;
import dev.crmmigration.engine.StepResult;
import dev.crmmigration.engine.internal.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Tells what a snapshot holds: one pass over the records of each object, in memory that does not grow with them. */
public final class Profiler {

    private final Snapshot snapshot;
    private final List<Profile.ObjectProfile> objects = new ArrayList<>();
    private final List<Profile.OwnerCount> owners = new ArrayList<>();
    private final List<Profile.ContactStanding> standing = new ArrayList<>();
    private final List<Profile.TagProfile> tags = new ArrayList<>();
    private final List<Profile.DuplicateProfile> duplicates = new ArrayList<>();

    public Profiler(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Looks at everything; call it once. */
    public Profile profile() {
        Catalog catalog = snapshot.catalog();
        try (Links links = new Links(catalog, snapshot.folder())) {
            catalog.objects().forEach(object -> scan(object, links));
            return profile(links.counts());
        }
    }

    private void scan(ObjectDescription object, Links links) {
        Standings standings = Standings.of(object, snapshot);
        try (ObjectScan scan = new ObjectScan(object, snapshot.count(object.type()), snapshot.folder())) {
            ReadAhead.forEach(snapshot, object.type(), scan::compare, record -> {
                scan.add(record);
                links.add(record);
                standings.add(record);
            });
            objects.add(scan.profile());
            owners.addAll(scan.owners());
            tags.addAll(scan.tags());
            standing.addAll(standings.counts());
            scan.duplicates().ifPresent(duplicates::add);
        }
    }

    private Profile profile(List<Profile.LinkProfile> links) {
        List<Snapshot.FileCount> files = snapshot.files();
        return new Profile(
                StepResult.COMPLETE,
                snapshot.generation(),
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
                snapshot.inventory().gaps(),
                duplicates,
                standing,
                tags,
                links,
                KeptFiles.profile(snapshot),
                snapshot.mended(100).stream()
                        .map(cell -> new Profile.MendedCell(
                                cell.object(),
                                cell.record(),
                                cell.file(),
                                cell.line(),
                                cell.field(),
                                cell.rule(),
                                cell.raw()))
                        .toList());
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
}
