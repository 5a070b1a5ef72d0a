package dev.crmmigration.connector.pipedrive.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list of v2 as strictly as bodies are read. */
final class ListParameters {

    private static final int MAX_IDS = 100;
    private static final int MAX_CUSTOM_FIELDS = 15;
    private static final Set<String> OF_ALL = Set.of("limit", "cursor", "sort_by", "sort_direction");

    private final Account account;
    private final PipedriveSettings settings;
    private final Entity entity;
    private final Map<String, String> query;
    private final Checks checks = new Checks();

    private ListParameters(Account account, Entity entity, Map<String, String> query) {
        this.account = account;
        this.settings = account.settings();
        this.entity = entity;
        this.query = query;
    }

    /** Reads the parameters; refuses the request if some are unknown or wrong. */
    static ListQuery parse(Account account, Entity entity, Map<String, String> query) {
        return new ListParameters(account, entity, query).parse();
    }

    private ListQuery parse() {
        refuseUnknown();
        boolean deleted = false;
        Map<String, Long> keys = new HashMap<>();
        for (Map.Entry<String, String> filter : entity.filters().entrySet()) {
            String value = query.get(filter.getKey());
            if (value != null && value.equals("deleted") && filter.getKey().equals("status")) {
                deleted = true;
            } else if (value != null) {
                keys.put(filter.getValue(), key(filter.getKey(), value));
            }
        }
        String sortBy = QueryValues.choice(query, "sort_by", entity.sortable(), "id", checks);
        boolean descending = QueryValues.choice(query, "sort_direction", Set.of("asc", "desc"), "asc", checks)
                .equals("desc");
        int limit = QueryValues.limit(query, settings, checks);
        entity.otherFilters().forEach(filter -> QueryValues.number(filter, query.getOrDefault(filter, "0"), checks));
        String wanted = query.get("ids");
        List<Long> ids = wanted == null ? null : QueryValues.ids("ids", wanted, MAX_IDS, checks);
        Long since = moment("updated_since");
        Long until = moment("updated_until");
        check(query, entity, checks);
        long filter = QueryValues.number("filter_id", query.getOrDefault("filter_id", "0"), checks);
        checks.finish();
        String cursor = query.get("cursor");
        Cursor after = cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor, sortBy, descending);
        ListQuery all = new ListQuery(keys, ids, since, until, deleted, sortBy, descending, limit, after, null);
        return filter == 0 ? entity.narrowed(all, query) : filtered(all, filter);
    }

    /** A filter of the account takes the place of the filters in the query, but not of the times of update (OpenAPI v2). */
    private ListQuery filtered(ListQuery query, long id) {
        Predicate<Row> filter =
                new FilterEvaluation(account).of(id, entity.table().name());
        Map<String, Long> keys = new HashMap<>(query.keys());
        keys.keySet().retainAll(Set.of("done"));
        return query.withIds(null).withKeys(keys).withFilter(filter);
    }

    /** Checks what also the call for a single record knows. */
    static void check(Map<String, String> query, Entity entity, Checks checks) {
        QueryValues.choices(query, "include_fields", entity.optionalFields(), checks);
        QueryValues.flag(query, "include_option_labels", checks);
        QueryValues.flag(query, "include_labels", checks);
        long commas = query.getOrDefault("custom_fields", "")
                .chars()
                .filter(c -> c == ',')
                .count();
        if (commas >= MAX_CUSTOM_FIELDS) {
            checks.add("custom_fields", "At most " + MAX_CUSTOM_FIELDS + " fields can be requested.");
        }
    }

    private void refuseUnknown() {
        Set<String> known = new TreeSet<>(OF_ALL);
        known.addAll(entity.filters().keySet());
        known.addAll(entity.otherFilters());
        known.addAll(entity.listParameters());
        if (settings.isOn(Switch.QUERY_TOKEN)) {
            known.add("api_token");
        }
        query.keySet().stream().filter(name -> !known.contains(name)).forEach(checks::notAllowed);
    }

    private long key(String parameter, String value) {
        switch (parameter) {
            case "status" -> {
                return Row.key(QueryValues.choice(query, "status", Set.of("open", "won", "lost"), "open", checks));
            }
            case "done" -> {
                return QueryValues.choice(query, "done", Set.of("true", "false"), "false", checks)
                                .equals("true")
                        ? 1
                        : 0;
            }
            case "lead_id" -> {
                return Row.key(value);
            }
            default -> {
                return QueryValues.number(parameter, value, checks);
            }
        }
    }

    private @Nullable Long moment(String parameter) {
        String given = query.get(parameter);
        if (given == null) {
            return null;
        }
        if (Rules.isMoment(given)) {
            return Times.epochSecond(given);
        }
        checks.add(parameter, "This value is not a valid datetime.");
        return null;
    }
}
