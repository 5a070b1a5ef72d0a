package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Records by id, one call each: for notes, which cannot be asked for by several ids. */
final class SinglePages implements RecordReader.Pages {

    private final Listing listing;
    private final Queue<String> ids;

    SinglePages(Listing listing, Queue<String> ids) {
        this.listing = listing;
        this.ids = ids;
    }

    @Override
    public List<CrmRecord> next() {
        while (!ids.isEmpty()) {
            Optional<CrmRecord> found = listing.one(ids.element());
            ids.remove();
            if (found.isPresent()) {
                return List.of(found.get());
            }
        }
        return List.of();
    }
}
