package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** Reads records back by list pages. Archived deals are not on them, nor can they be changed. Thread-safe. */
final class PipedriveReader implements RecordReader {

    /** The most records of a page, and the most ids of a call, in v2 (OpenAPI v2, read 2026-08-18). */
    static final int PAGE = 500;

    static final int IDS_PER_CALL = 100;

    private final PipedriveApi api;
    private final Account account;

    PipedriveReader(PipedriveApi api, Account account) {
        this.api = api;
        this.account = account;
    }

    @Override
    public Pages scan(ScanRequest request) {
        PipedriveObject object = PipedriveObject.of(request.type())
                .orElseThrow(() -> new IllegalArgumentException("this connector knows no object " + request.type()));
        Listing listing = new Listing(api, account, object);
        return request.match(
                all -> new ListPages(listing, queue(listing.byId())),
                changed -> new ChangedPages(listing, changed.since()),
                byIds -> byIds(object, listing, byIds.ids()),
                ofParents -> new ListPages(listing, parents(object, listing, ofParents.parents())));
    }

    private static Pages byIds(PipedriveObject object, Listing listing, List<String> ids) {
        if (object.isV1()) {
            return new SinglePages(listing, new ArrayDeque<>(ids));
        }
        List<HttpRequest> requests = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_CALL) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + IDS_PER_CALL));
            requests.add(listing.ofIds(chunk));
        }
        return new ListPages(listing, new ArrayDeque<>(requests));
    }

    private static Queue<HttpRequest> parents(PipedriveObject object, Listing listing, List<RecordRef> parents) {
        return parents.stream()
                .map(parent -> listing.byId()
                        .query(
                                object.parentParameter(parent.type())
                                        .orElseThrow(() -> new IllegalArgumentException(
                                                object.type() + " records cannot be read by their " + parent.type())),
                                parent.id()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private static Queue<HttpRequest> queue(HttpRequest request) {
        return new ArrayDeque<>(List.of(request));
    }
}
