package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Chooses deals by the parameters that the lists and statistics of v1 share. */
final class DealChoice {

    private final Account account;
    private final Table deals;

    DealChoice(Account account) {
        this.account = account;
        this.deals = account.table("deals");
    }

    /** Returns live deals with these values of keys, those that are archived or those that are not. */
    List<ObjectNode> of(Map<String, Long> keys, boolean archived, Predicate<Row> filter) {
        List<ObjectNode> found = new ArrayList<>();
        rows(keys, archived, filter).forEach(row -> found.add(row.record()));
        return found;
    }

    /** Returns likewise the rows, which costs less. */
    List<Row> rows(Map<String, Long> keys, boolean archived, Predicate<Row> filter) {
        List<Row> found = new ArrayList<>();
        IdList candidates = deals.live();
        for (Map.Entry<String, Long> key : keys.entrySet()) {
            IdList ids = deals.withKey(key.getKey(), key.getValue());
            candidates = ids.size() < candidates.size() ? ids : candidates;
        }
        for (long id : candidates.toArray()) {
            Row row = deals.findLive(id);
            if (row != null && isArchived(row) == archived && hasAll(row, keys) && filter.test(row)) {
                found.add(row);
            }
        }
        return found;
    }

    private boolean isArchived(Row row) {
        return row.key(deals.keyPosition("is_archived")) == 1;
    }

    private boolean hasAll(Row row, Map<String, Long> keys) {
        return account.visibility().shows(deals, row)
                && keys.entrySet().stream().allMatch(key -> row.key(deals.keyPosition(key.getKey())) == key.getValue());
    }

    /** Returns the test of the filter that {@code filter_id} names, if it does. */
    Predicate<Row> filter(Map<String, String> query) {
        String id = query.get("filter_id");
        return id == null ? row -> true : new FilterEvaluation(account).of(number(query, "filter_id"), "deals");
    }

    /** Returns the number that a parameter has, or refuses the request. */
    static long number(Map<String, String> query, String parameter) {
        String value = query.getOrDefault(parameter, "");
        if (!value.matches("\\d{1,18}")) {
            throw ApiException.badRequest(parameter + " must be a whole number");
        }
        return Long.parseLong(value);
    }

    /** Adds the keys that parameters name. */
    static void addKeys(Map<String, Long> keys, Map<String, String> query, Map<String, String> parameters) {
        parameters.forEach((parameter, key) -> {
            if (query.containsKey(parameter)) {
                keys.put(key, number(query, parameter));
            }
        });
    }
}
