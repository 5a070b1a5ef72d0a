package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.toolkit.codec.Ids;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The pages of lists that go by offset, by id. When somebody deletes a record, all later ones move up by one
 * place, and one is missed at the next page: so a page begins with the last record of the one before, and if that is not
 * there, the scan goes back.
 */
final class OffsetPages implements RecordReader.Pages {

    /** How many records of a page are on the page before as well. */
    static final int OVERLAP = 1;

    private final Listing listing;
    private final Queue<Supplier<ListCall>> lists;
    private long start;
    private String last = "";
    private boolean sorted = true; // should a server not sort as asked, offsets are all there is

    OffsetPages(Listing listing, List<Supplier<ListCall>> lists) {
        this.listing = listing;
        this.lists = new ArrayDeque<>(lists);
    }

    @Override
    public List<CrmRecord> next() {
        while (!lists.isEmpty()) {
            List<CrmRecord> records = page(lists.element().get());
            if (!records.isEmpty()) {
                return records;
            }
        }
        return List.of();
    }

    private List<CrmRecord> page(ListCall list) {
        Listing.Listed page = listing.listed(list.from(start));
        sorted &= isSorted(page.ids());
        if (sorted
                && start > 0
                && (page.ids().isEmpty() || Ids.ORDER.compare(page.ids().get(0), last) > 0)) {
            start = Math.max(0, start - listing.object().pageSize());
            return List.of();
        }
        String seen = last;
        List<CrmRecord> records = page.records().stream()
                .filter(record -> !sorted || Ids.ORDER.compare(record.ref().id(), seen) > 0)
                .toList();
        if (page.nextStart().isPresent()) {
            last = page.ids().isEmpty() ? last : page.ids().get(page.ids().size() - 1);
            start = Math.max(start + 1, page.nextStart().get() - (sorted ? OVERLAP : 0));
        } else {
            lists.remove();
            start = 0;
            last = "";
        }
        return records;
    }

    private static boolean isSorted(List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (Ids.ORDER.compare(ids.get(i - 1), ids.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
