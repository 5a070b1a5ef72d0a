package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.Presence;
import dev.crmmigration.api.destination.RecordReader;
import dev.crmmigration.api.destination.ScanRequest;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.ListPages;
import dev.crmmigration.toolkit.destination.PagesInTurn;
import dev.crmmigration.toolkit.destination.SinglePages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads records back by list pages: of everything, of ids, of parents. Thread-safe. */
final class PipedriveReader implements RecordReader {

    private static final int FORBIDDEN = 403;

    private final PipedriveApi api;
    private final KnownAccount<PipedriveObject, RecordShape> account;

    PipedriveReader(PipedriveApi api, KnownAccount<PipedriveObject, RecordShape> account) {
        this.api = api;
        this.account = account;
    }

    @Override
    public Pages scan(ScanRequest request) {
        PipedriveObject object = object(request.type());
        Listing live = Listing.live(api, account, object);
        return request.match(
                all -> withArchive(live, listing -> pages(listing, List.of(listing::byId))),
                changed -> withArchive(live, listing -> new ChangedPages<>(listing, changed.since())),
                byIds -> byIds(live, byIds.ids()),
                ofParents -> ofParents(live, ofParents.parents()));
    }

    private static PipedriveObject object(ObjectType type) {
        return PipedriveObject.of(type)
                .orElseThrow(() -> new IllegalArgumentException("this connector knows no object " + type));
    }

    private static Pages withArchive(Listing live, Function<Listing, Pages> scan) {
        live.object().onlyParent().ifPresent(parent -> {
            throw new IllegalArgumentException(
                    live.object().type() + " records can be read by their " + parent + " only");
        });
        return live.object().hasArchive()
                ? new PagesInTurn(scan.apply(live), scan.apply(live.archived()))
                : scan.apply(live);
    }

    private static Pages pages(Listing listing, List<Supplier<ListCall>> lists) {
        return listing.object().isV1() ? new OffsetPages(listing, lists) : new ListPages<>(listing::read, lists);
    }

    private static Pages byIds(Listing live, List<String> ids) {
        if (live.object().isNested()) {
            return ChildPages.ofIds(live, ids);
        }
        return live.object().isV1() ? new SinglePages(live::one, ids) : new IdPages(live, ids);
    }

    private static Pages ofParents(Listing live, List<RecordRef> parents) {
        PipedriveObject object = live.object();
        if (object.onlyParent().isEmpty()) {
            return withArchive(live, listing -> pages(listing, lists(listing, parents)));
        }
        parents.stream()
                .filter(parent -> !object.onlyParent().equals(Optional.of(parent.type())))
                .findFirst()
                .ifPresent(other -> {
                    throw cannotRead(object, other);
                });
        return ChildPages.of(
                live, parents.stream().map(RecordRef::id).distinct().toList());
    }

    private static List<Supplier<ListCall>> lists(Listing listing, List<RecordRef> parents) {
        List<Supplier<ListCall>> calls = new ArrayList<>();
        for (RecordRef parent : parents) {
            String parameter = listing.object()
                    .parentParameter(parent.type())
                    .orElseThrow(() -> cannotRead(listing.object(), parent));
            calls.add(() -> listing.byId().query(parameter, parent.id()));
        }
        return calls;
    }

    private static IllegalArgumentException cannotRead(PipedriveObject object, RecordRef parent) {
        return new IllegalArgumentException(object.type() + " records cannot be read by their " + parent.type());
    }

    /** Asks for the record itself. A deleted one is still given by its id, with a mark, for about 30 days. */
    @Override
    public Presence presence(RecordRef ref) {
        PipedriveObject object = object(ref.type());
        if (!object.can("get")) {
            return Presence.UNKNOWN;
        }
        Operation operation = object.operation("get");
        ApiResult result = api.call(operation, operation.request(ref.id()));
        if (result instanceof ApiResult.Denied denied) {
            return denied.isGone() ? Presence.GONE : denied.status() == FORBIDDEN ? Presence.HIDDEN : Presence.UNKNOWN;
        }
        return result.answer(operation.where())
                        .object("data")
                        .filter(Listing::isLive)
                        .isPresent()
                ? Presence.LIVE
                : Presence.GONE;
    }
}
