package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.toolkit.destination.ListPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What hangs on some parents, for objects that have no list of all. A parent that is gone has nothing. */
final class ChildPages implements RecordReader.Pages {

    private final ListPages<ListCall> pages;
    private final Predicate<CrmRecord> wanted;

    private ChildPages(Listing listing, List<String> parents, Predicate<CrmRecord> wanted) {
        List<Supplier<ListCall>> calls = new ArrayList<>();
        int size = Listing.parentsPerCall(listing.object());
        for (int from = 0; from < parents.size(); from += size) {
            List<String> some = parents.subList(from, Math.min(parents.size(), from + size));
            calls.add(() -> listing.of(some));
        }
        this.pages = new ListPages<>(listing::read, calls);
        this.wanted = wanted;
    }

    static ChildPages of(Listing listing, List<String> parents) {
        return new ChildPages(listing, parents, record -> true);
    }

    /** Returns the records with some ids, which name their parents. */
    static ChildPages ofIds(Listing listing, List<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        List<String> parents = ids.stream()
                .flatMap(id -> ChildId.parse(id).stream())
                .map(ChildId::parent)
                .distinct()
                .toList();
        return new ChildPages(
                listing, parents, record -> wanted.contains(record.ref().id()));
    }

    @Override
    public List<CrmRecord> next() {
        List<CrmRecord> page = pages.next();
        while (!page.isEmpty()) {
            List<CrmRecord> records = page.stream().filter(wanted).toList();
            if (!records.isEmpty()) {
                return records;
            }
            page = pages.next();
        }
        return List.of();
    }
}
