package dev.crmmigration.connector.freshsales;

import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.RecordRef;
import dev.crmmigration.toolkit.destination.ApiResult;
import dev.crmmigration.toolkit.destination.ChangedPages;
import dev.crmmigration.toolkit.destination.KnownAccount;
import dev.crmmigration.toolkit.destination.Moments;
import dev.crmmigration.toolkit.destination.Page;
import dev.crmmigration.toolkit.http.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The lists of one object: a view, lists of its own, or the lists of what its records hang on. */
final class Listing implements ChangedPages.Lists<PageCall> {

    private static final String UPDATED = "updated_at";
    private static final String ASCENDING = "asc";

    /** Lists whose records come only in parts; together they have all. */
    private static final Map<FreshsalesObject, List<String>> FILTERS = Map.of(
            FreshsalesObject.TASK, List.of("open", "completed"),
            FreshsalesObject.APPOINTMENT, List.of("past", "upcoming"));

    private final FreshsalesApi api;
    private final KnownAccount<FreshsalesObject, RecordShape> account;
    private final FreshsalesObject object;

    Listing(FreshsalesApi api, KnownAccount<FreshsalesObject, RecordShape> account, FreshsalesObject object) {
        this.api = api;
        this.account = account;
        this.object = object;
    }

    /**
     * One page.
     *
     * @param page its live records, and the next one
     * @param total how many records the whole list has; negative if the answer does not tell
     * @param size how many it has, live or not
     */
    record Listed(Page<PageCall> page, long total, int size) {}

    FreshsalesObject object() {
        return object;
    }

    /** Returns the calls for the first pages of all records, of lists that are no views. */
    List<Supplier<PageCall>> own() {
        return filters(object).stream()
                .<Supplier<PageCall>>map(filter -> () -> PageCall.of(own(filter)))
                .toList();
    }

    static List<String> filters(FreshsalesObject object) {
        return FILTERS.getOrDefault(object, List.of(""));
    }

    private Call own(String filter) {
        Call list = Call.get(object.plural());
        Call filtered = filter.isEmpty() ? list : list.query("filter", filter);
        return object.include().map(words -> filtered.query("include", words)).orElse(filtered);
    }

    /** Returns the call for the first page of the view of all records, by id. */
    PageCall byId() {
        return view("id", ASCENDING);
    }

    private PageCall view(String sort, String direction) {
        String view = account.shape(object).view().orElse("");
        if (view.isEmpty()) {
            throw new IllegalArgumentException(
                    "the key's user has no view of all " + object.plural() + ". Use the key of an admin");
        }
        Call call = Call.of("GET", object.plural() + "/view/{id}", view)
                .query("sort", sort)
                .query("sort_type", direction);
        return PageCall.of(
                object.include().map(words -> call.query("include", words)).orElse(call));
    }

    /** Returns the call for the first page of what hangs on a record. */
    PageCall of(RecordRef parent) {
        FreshsalesObject on = FreshsalesObject.of(parent.type())
                .filter(FreshsalesObject::isParent)
                .orElseThrow(() -> new IllegalArgumentException(
                        object.type() + " records cannot be read by their " + parent.type()));
        String list = object.isFlat() ? "document_associations" : object.plural();
        return PageCall.of(Call.of("GET", on.plural() + "/{id}/" + list, parent.id()))
                .under(parent);
    }

    @Override
    public Optional<PageCall> byNewest() {
        return Optional.empty(); // the view shows new records at once
    }

    @Override
    public Comparator<CrmRecord> newestFirst() {
        return Comparator.comparing((CrmRecord record) -> Moments.of(record, UPDATED))
                .reversed();
    }

    @Override
    public PageCall byChange() {
        return view(UPDATED, "desc");
    }

    @Override
    public Optional<Instant> changedAt(CrmRecord record) {
        return record.value(UPDATED).map(Instant.class::cast);
    }

    @Override
    public Page<PageCall> read(PageCall call) {
        return listed(call).page();
    }

    Listed listed(PageCall call) {
        Call made = call.call();
        ApiResult result = api.call(made);
        if (call.parent().isPresent() && result instanceof ApiResult.Denied denied && denied.isGone()) {
            return new Listed(new Page<>(List.of(), Optional.empty()), 0, 0); // and all that hung on it
        }
        JsonObject reply = result.answer(made.where());
        List<JsonObject> rows = reply.objects(object.plural());
        RecordShape shape = account.shape(object);
        List<CrmRecord> records = rows.stream()
                .filter(row -> !row.isSet("is_deleted"))
                .flatMap(row -> shape.decode(row, call.parent()).stream())
                .toList();
        JsonObject meta = reply.object("meta").orElse(JsonObject.EMPTY);
        long total = meta.integer("total").orElse(-1L);
        boolean isMore = total < 0
                ? rows.size() >= PageCall.SIZE
                : (long) call.number() * PageCall.SIZE < total && !rows.isEmpty();
        return new Listed(
                new Page<>(records, isMore ? Optional.of(call.at(call.number() + 1)) : Optional.empty()),
                total,
                rows.size());
    }

    /** Reads one record by its id; empty if it is gone. */
    Optional<CrmRecord> one(String id) {
        Call call = single(id);
        ApiResult result = api.call(call);
        if (result instanceof ApiResult.Denied denied && denied.isGone()) {
            return Optional.empty();
        }
        return result.answer(call.where())
                .object(object.envelope())
                .filter(row -> !row.isSet("is_deleted"))
                .flatMap(row -> account.shape(object).decode(row, Optional.empty()));
    }

    Call single(String id) {
        Call call = Call.of("GET", object.plural() + "/{id}", id);
        return object.include().map(words -> call.query("include", words)).orElse(call);
    }
}
