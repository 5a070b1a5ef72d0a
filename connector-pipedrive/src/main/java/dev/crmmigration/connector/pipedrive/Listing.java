package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.codec.Ids;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.Moments;
import dev.crmmigration.toolkit.destination.Page;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A list of one object: by cursor in v2, by offset in v1. */
final class Listing implements ChangedPages.Lists<ListCall> {

    /** The most ids of a call, of records or of deals whose products are asked for (OpenAPI v2, read 2026-08-18). */
    static final int IDS_PER_CALL = 100;

    private static final String ADDED = "add_time";

    private final PipedriveApi api;
    private final KnownAccount<PipedriveObject, RecordShape> account;
    private final PipedriveObject object;
    private final String action;

    private Listing(
            PipedriveApi api,
            KnownAccount<PipedriveObject, RecordShape> account,
            PipedriveObject object,
            String action) {
        this.api = api;
        this.account = account;
        this.object = object;
        this.action = action;
    }

    static Listing live(PipedriveApi api, KnownAccount<PipedriveObject, RecordShape> account, PipedriveObject object) {
        return new Listing(api, account, object, "list");
    }

    /** Returns the list of archived records, which the ordinary list leaves out. */
    Listing archived() {
        return new Listing(api, account, object, "listArchived");
    }

    /**
     * One page.
     *
     * @param records its live records, possibly none
     * @param next the call for the next page, if there is one
     * @param nextStart the offset of the next page, if there is one and the list goes by offset
     * @param ids the ids of all its records, live or not
     */
    record Listed(List<CrmRecord> records, Optional<ListCall> next, Optional<Long> nextStart, List<String> ids) {}

    PipedriveObject object() {
        return object;
    }

    /** Returns the call for the first page of all records, by id. */
    ListCall byId() {
        return sorted("id", "asc");
    }

    /**
     * Returns the call for the first page of all records, newest first; ids of leads do not grow with time. The list by
     * change, like {@code updated_since}, lags behind by up to 36 seconds, and anybody may set {@code add_time}.
     */
    @Override
    public Optional<ListCall> byNewest() {
        return Optional.of(sorted(object == PipedriveObject.LEAD ? ADDED : "id", "desc"));
    }

    /** Returns the order in which {@link #byNewest} gives the records. */
    @Override
    public Comparator<CrmRecord> newestFirst() {
        Comparator<CrmRecord> oldestFirst = object == PipedriveObject.LEAD
                ? Comparator.comparing(record -> Moments.of(record, ADDED))
                : Comparator.comparing(record -> record.ref().id(), Ids.ORDER);
        return oldestFirst.reversed();
    }

    /** Returns the call for the first page of all records, last changed first. */
    @Override
    public ListCall byChange() {
        return sorted("update_time", "desc");
    }

    private ListCall sorted(String field, String direction) {
        ListCall call = ListCall.all(list()).query("limit", object.pageSize());
        if (object.isV1()) {
            return call.query("sort", field + " " + direction.toUpperCase(Locale.ROOT))
                    .from(0);
        }
        return included(call.query("sort_by", field).query("sort_direction", direction));
    }

    ListCall ofIds(List<String> ids) {
        return included(ListCall.all(list()).query("limit", IDS_PER_CALL).query("ids", String.join(",", ids)));
    }

    /**
     * Returns the call for the first page of what hangs on some parents, for objects that can only be read so.
     *
     * @param parents one; up to {@link #IDS_PER_CALL} where {@link #parentsPerCall} says so
     */
    ListCall of(List<String> parents) {
        Operation operation = list();
        String parent = parents.get(0);
        Optional<String> said = Optional.of(parent);
        return switch (object) {
            case ORGANIZATION_RELATIONSHIP ->
                new ListCall(operation, operation.request().query("org_id", parent), said);
            case DEAL_PRODUCT ->
                ListCall.all(operation)
                        .query("deal_ids", String.join(",", parents))
                        .query("limit", object.pageSize());
            default -> new ListCall(operation, operation.request(parent), said).query("limit", object.pageSize());
        };
    }

    static int parentsPerCall(PipedriveObject object) {
        return object == PipedriveObject.DEAL_PRODUCT ? IDS_PER_CALL : 1;
    }

    private ListCall included(ListCall call) {
        RecordShape shape = account.shape(object);
        List<String> extra = SystemFields.of(object).stream()
                .filter(system -> system.has(SystemFields.INCLUDED))
                .map(system -> system.field().key())
                .filter(shape::has)
                .toList();
        return extra.isEmpty() ? call : call.query("include_fields", String.join(",", extra));
    }

    @Override
    public Optional<Instant> changedAt(CrmRecord record) {
        return record.value("update_time").map(Instant.class::cast);
    }

    @Override
    public Page<ListCall> read(ListCall call) {
        Listed listed = listed(call);
        return new Page<>(listed.records(), listed.next());
    }

    Listed listed(ListCall call) {
        ApiResult result = api.call(call.operation(), call.request());
        if (call.parent().isPresent() && result instanceof ApiResult.Denied denied && denied.isGone()) {
            return new Listed(List.of(), Optional.empty(), Optional.empty(), List.of()); // and all that hung on it
        }
        return page(call, result.answer(call.operation().where()));
    }

    private Listed page(ListCall call, JsonObject envelope) {
        RecordShape shape = account.shape(object);
        List<JsonObject> data = envelope.objects("data");
        List<CrmRecord> records = data.stream()
                .filter(Listing::isLive)
                .flatMap(json -> shape.decode(json, call.parent()).stream())
                .filter(record -> hangsOn(call, record))
                .toList();
        List<String> ids = data.stream()
                .flatMap(json -> json.id(object.idMember()).stream())
                .toList();
        if (object.isV1()) {
            Optional<Long> start = V1Paging.nextStart(envelope);
            return new Listed(records, start.map(call::from), start, ids);
        }
        Optional<String> cursor = envelope.object("additional_data").flatMap(more -> more.text("next_cursor"));
        return new Listed(records, cursor.map(place -> call.query("cursor", place)), Optional.empty(), ids);
    }

    /** A relationship is on the lists of both its organizations, but hangs on the one that owns it. */
    private boolean hangsOn(ListCall call, CrmRecord record) {
        return object != PipedriveObject.ORGANIZATION_RELATIONSHIP
                || record.value("rel_owner_org_id")
                        .map(RecordRef.class::cast)
                        .map(RecordRef::id)
                        .equals(call.parent());
    }

    /** Reads one record by its id; empty if it is gone. */
    Optional<CrmRecord> one(String id) {
        Operation operation = object.operation("get");
        ApiResult result = api.call(operation, operation.request(id));
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return Optional.empty();
        }
        return result.answer(operation.where())
                .object("data")
                .filter(Listing::isLive)
                .flatMap(json -> account.shape(object).decode(json, Optional.empty()));
    }

    static boolean isLive(JsonObject json) {
        boolean inactive = json.get("active_flag") != null && !json.isSet("active_flag") && !isTrue(json);
        return !json.isSet("is_deleted") && !inactive;
    }

    /** Organization relationships give the flag as text. */
    private static boolean isTrue(JsonObject json) {
        return json.text("active_flag").filter("true"::equals).isPresent();
    }

    private Operation list() {
        return object.operation(action);
    }
}
