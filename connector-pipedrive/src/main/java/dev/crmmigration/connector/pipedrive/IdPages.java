package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.record.CrmRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Records by their ids, many a call. What is not on the ordinary list is looked for among the archived records. */
final class IdPages implements RecordReader.Pages {

    private final Listing live;
    private final Queue<Chunk> chunks = new ArrayDeque<>();

    IdPages(Listing live, List<String> ids) {
        this.live = live;
        for (int from = 0; from < ids.size(); from += Listing.IDS_PER_CALL) {
            chunks.add(new Chunk(live, ids.subList(from, Math.min(ids.size(), from + Listing.IDS_PER_CALL))));
        }
    }

    private record Chunk(Listing listing, List<String> ids) {}

    @Override
    public List<CrmRecord> next() {
        while (!chunks.isEmpty()) {
            Chunk chunk = chunks.element();
            Listing.Listed page = chunk.listing().listed(chunk.listing().ofIds(chunk.ids()));
            chunks.remove();
            if (chunk.listing() == live && live.object().hasArchive()) {
                lookFor(chunk.ids(), page.ids());
            }
            if (!page.records().isEmpty()) {
                return page.records();
            }
        }
        return List.of();
    }

    private void lookFor(List<String> wanted, List<String> found) {
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            chunks.add(new Chunk(live.archived(), missing));
        }
    }
}
