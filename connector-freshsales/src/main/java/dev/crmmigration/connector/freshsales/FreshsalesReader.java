package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.catalog.ReadBack;
import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.ListPages;
import dev.crmmigration.toolkit.destination.SinglePages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Reads records back: by views, by lists, by id, by what they hang on. Thread-safe. */
final class FreshsalesReader implements RecordReader {

    private static final int FORBIDDEN = 403;

    private final FreshsalesApi api;
    private final KnownAccount<FreshsalesObject, RecordShape> account;

    FreshsalesReader(FreshsalesApi api, KnownAccount<FreshsalesObject, RecordShape> account) {
        this.api = api;
        this.account = account;
    }

    @Override
    public Pages scan(ScanRequest request) {
        Listing listing = new Listing(api, account, object(request.type()));
        return request.match(
                all -> all(listing),
                changed -> changed(listing, changed.since()),
                byIds -> byIds(listing, byIds.ids()),
                ofParents -> ofParents(listing, ofParents.parents()));
    }

    static FreshsalesObject object(ObjectType type) {
        return FreshsalesObject.of(type)
                .orElseThrow(() -> new IllegalArgumentException("this connector knows no object " + type));
    }

    private static Pages all(Listing listing) {
        return switch (listing.object().readBack()) {
            case PAGES ->
                listing.object().isParent() ? new ViewPages(listing) : new ListPages<>(listing::read, listing.own());
            default -> throw refused(listing, "as a whole");
        };
    }

    private static IllegalArgumentException refused(Listing listing, String how) {
        return new IllegalArgumentException(listing.object().type() + " records cannot be read " + how);
    }

    private static Pages changed(Listing listing, Instant since) {
        return listing.object().isParent() ? new ChangedPages<>(listing, since) : newer(listing, all(listing), since);
    }

    /** Lists that are no views cannot be sorted. */
    private static Pages newer(Listing listing, Pages pages, Instant since) {
        Instant from = since.truncatedTo(ChronoUnit.SECONDS);
        return () -> {
            List<CrmRecord> page = pages.next();
            while (!page.isEmpty()) {
                List<CrmRecord> records = page.stream()
                        .filter(record ->
                                !listing.changedAt(record).orElse(from).isBefore(from))
                        .toList();
                if (!records.isEmpty()) {
                    return records;
                }
                page = pages.next();
            }
            return page;
        };
    }

    private static Pages byIds(Listing listing, List<String> ids) {
        return switch (listing.object().readBack()) {
            case PAGES -> new SinglePages(listing::one, ids);
            default -> throw refused(listing, "by their ids");
        };
    }

    private static Pages ofParents(Listing listing, List<RecordRef> parents) {
        return switch (listing.object().readBack()) {
            case BY_PARENT ->
                new ListPages<>(
                        listing::read,
                        parents.stream()
                                .map(listing::of)
                                .<Supplier<PageCall>>map(call -> () -> call)
                                .toList());
            default -> throw refused(listing, "by what they hang on");
        };
    }

    @Override
    public Presence presence(RecordRef ref) {
        Listing listing = new Listing(api, account, object(ref.type()));
        if (listing.object().readBack() != ReadBack.PAGES) {
            return Presence.UNKNOWN;
        }
        Call call = listing.single(ref.id());
        ApiResult result = api.call(call);
        if (result instanceof ApiResult.Denied denied) {
            return denied.isGone() ? Presence.GONE : denied.status() == FORBIDDEN ? Presence.HIDDEN : Presence.UNKNOWN;
        }
        boolean isLive = result.answer(call.where())
                .object(listing.object().envelope())
                .filter(row -> !row.isSet("is_deleted"))
                .isPresent();
        return isLive ? Presence.LIVE : Presence.GONE;
    }
}
