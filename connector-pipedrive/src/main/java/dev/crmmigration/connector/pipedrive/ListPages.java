package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages of one list after the other. Goes on only after a page was read, so that a failed call is repeated. */
final class ListPages implements RecordReader.Pages {

    private final Listing listing;
    private final Queue<Supplier<ListCall>> lists;
    private @Nullable ListCall next;

    ListPages(Listing listing, List<Supplier<ListCall>> lists) {
        this.listing = listing;
        this.lists = new ArrayDeque<>(lists);
    }

    @Override
    public List<CrmRecord> next() {
        while (next != null || !lists.isEmpty()) {
            ListCall call = next == null ? lists.element().get() : next;
            Listing.Page page = listing.read(call);
            if (next == null) {
                lists.remove();
            }
            next = page.next().orElse(null);
            if (!page.records().isEmpty()) {
                return page.records();
            }
        }
        return List.of();
    }
}
