package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The pages of one list after the other. Goes on only after a page was read, so that a failed call is repeated. */
final class ListPages implements RecordReader.Pages {

    private final Listing listing;
    private final Queue<HttpRequest> lists;
    private @Nullable HttpRequest next;

    ListPages(Listing listing, Queue<HttpRequest> lists) {
        this.listing = listing;
        this.lists = lists;
    }

    @Override
    public List<CrmRecord> next() {
        while (true) {
            HttpRequest request = next == null ? lists.poll() : next;
            if (request == null) {
                return List.of();
            }
            next = request;
            Listing.Page page = listing.read(request);
            next = page.next().orElse(null);
            if (!page.records().isEmpty()) {
                return page.records();
            }
        }
    }
}
