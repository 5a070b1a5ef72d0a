package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
                all -> pages(listing, List.of(listing::byId)),
                changed -> new ChangedPages(listing, changed.since()),
                byIds -> byIds(listing, byIds.ids()),
                ofParents -> pages(listing, parents(object, listing, ofParents.parents())));
    }

    private static Pages pages(Listing listing, List<Supplier<HttpRequest>> lists) {
        return listing.isV1() ? new NotePages(listing, lists) : new ListPages(listing, lists);
    }

    private static Pages byIds(Listing listing, List<String> ids) {
        if (listing.isV1()) {
            return new SinglePages(listing, new ArrayDeque<>(ids));
        }
        List<Supplier<HttpRequest>> requests = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_CALL) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + IDS_PER_CALL));
            requests.add(() -> listing.ofIds(chunk));
        }
        return new ListPages(listing, requests);
    }

    private static List<Supplier<HttpRequest>> parents(
            PipedriveObject object, Listing listing, List<RecordRef> parents) {
        List<Supplier<HttpRequest>> requests = new ArrayList<>();
        for (RecordRef parent : parents) {
            String parameter = object.parentParameter(parent.type())
                    .orElseThrow(() -> new IllegalArgumentException(
                            object.type() + " records cannot be read by their " + parent.type()));
            requests.add(() -> listing.byId().query(parameter, parent.id()));
        }
        return requests;
    }
}
