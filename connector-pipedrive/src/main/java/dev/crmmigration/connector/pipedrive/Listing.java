package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.toolkit.http.HttpRequest;
import dev.crmmigration.toolkit.http.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of one object: by cursor in v2, by offset in v1. */
final class Listing {

    private final PipedriveApi api;
    private final Account account;
    private final PipedriveObject object;

    Listing(PipedriveApi api, Account account, PipedriveObject object) {
        this.api = api;
        this.account = account;
        this.object = object;
    }

    /**
     * One page.
     *
     * @param records its live records, possibly none
     * @param next the request for the next page, if there is one
     * @param nextStart the offset of the next page, if there is one and the list goes by offset
     * @param ids the ids of all its records, live or not
     */
    record Page(List<CrmRecord> records, Optional<HttpRequest> next, Optional<Long> nextStart, List<Long> ids) {}

    boolean isV1() {
        return object.isV1();
    }

    /** Returns the request for the first page of all records, oldest first. */
    HttpRequest byId() {
        return sorted("id", "asc");
    }

    /** Returns the request for the first page of all records, newest first. */
    HttpRequest byNewest() {
        return sorted("id", "desc");
    }

    /** Returns the request for the first page of all records, last changed first. */
    HttpRequest byChange() {
        return sorted("update_time", "desc");
    }

    private HttpRequest sorted(String field, String direction) {
        HttpRequest request = list().request().query("limit", Integer.toString(PipedriveReader.PAGE));
        if (object.isV1()) {
            return request.query("sort", field + " " + direction.toUpperCase(Locale.ROOT))
                    .query("start", "0");
        }
        return included(request.query("sort_by", field).query("sort_direction", direction));
    }

    HttpRequest ofIds(List<String> ids) {
        return included(list().request()
                .query("limit", Integer.toString(PipedriveReader.IDS_PER_CALL))
                .query("ids", String.join(",", ids)));
    }

    private HttpRequest included(HttpRequest request) {
        List<String> extra = SystemFields.of(object).stream()
                .filter(SystemFields.SystemField::included)
                .map(system -> system.field().key())
                .filter(account.shape(object)::has)
                .toList();
        return extra.isEmpty() ? request : request.query("include_fields", String.join(",", extra));
    }

    Page read(HttpRequest request) {
        JsonObject envelope = api.read(list(), request);
        RecordShape shape = account.shape(object);
        List<JsonObject> data = envelope.objects("data");
        List<CrmRecord> records = data.stream()
                .filter(Listing::isLive)
                .flatMap(json -> shape.decode(json).stream())
                .toList();
        List<Long> ids =
                data.stream().flatMap(json -> json.integer("id").stream()).toList();
        if (object.isV1()) {
            Optional<Long> start = V1Paging.nextStart(envelope);
            return new Page(records, start.map(offset -> request.query("start", Long.toString(offset))), start, ids);
        }
        Optional<String> cursor = envelope.object("additional_data").flatMap(more -> more.text("next_cursor"));
        return new Page(records, cursor.map(place -> request.query("cursor", place)), Optional.empty(), ids);
    }

    /** Reads one record by its id; empty if it is gone. */
    Optional<CrmRecord> one(String id) {
        Operation operation = object.operation("get");
        ApiResult result = api.call(operation, operation.request(id));
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return Optional.empty();
        }
        return api.envelope(operation, result)
                .object("data")
                .filter(Listing::isLive)
                .flatMap(account.shape(object)::decode);
    }

    private static boolean isLive(JsonObject json) {
        boolean inactive = json.get("active_flag") != null && !json.isSet("active_flag");
        return !json.isSet("is_deleted") && !inactive;
    }

    private Operation list() {
        return object.operation("list");
    }
}
