package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.toolkit.codec.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a view, by id. Pages are counted, so that when somebody deletes a record all later ones move up, and one is
 * missed at the next page: when the view has got smaller, the scan goes back as many pages as may have moved.
 */
final class ViewPages implements RecordReader.Pages {

    private final Listing listing;
    private @Nullable PageCall next;
    private long total = -1;
    private String last = "";
    private boolean begun;

    ViewPages(Listing listing) {
        this.listing = listing;
    }

    @Override
    public List<CrmRecord> next() {
        if (!begun) {
            next = listing.byId();
            begun = true;
        }
        for (PageCall call = next; call != null; call = next) {
            List<CrmRecord> records = page(call);
            if (!records.isEmpty()) {
                return records;
            }
        }
        return List.of();
    }

    private List<CrmRecord> page(PageCall call) {
        Listing.Listed listed = listing.listed(call);
        long lost = Math.max(0, total - listed.total());
        total = listed.total();
        if (lost > 0 && call.number() > 1) {
            int pages = (int) Math.min(call.number() - 1L, (lost + PageCall.SIZE - 1) / PageCall.SIZE);
            next = call.at(call.number() - pages);
            return List.of();
        }
        next = listed.page().next().orElse(null);
        String seen = last;
        List<CrmRecord> records = listed.page().records().stream()
                .filter(record -> Ids.ORDER.compare(record.ref().id(), seen) > 0)
                .toList();
        last = Optional.of(records)
                .filter(list -> !list.isEmpty())
                .map(list -> list.get(list.size() - 1).ref().id())
                .orElse(seen);
        return records;
    }
}
