package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers with pages of a list that is short enough to be sorted for each request. Used once. */
final class ShortList {

    private static final int DATE_LENGTH = 10;

    private final Account account;
    private final Map<String, String> query;
    private final Set<String> known = new TreeSet<>(Set.of("limit", "cursor"));
    private final Set<String> sortable = new TreeSet<>(Set.of("id"));
    private String usualDirection = "asc";

    ShortList(Account account, Request request) {
        this.account = account;
        this.query = request.query();
    }

    /** Lets clients choose the order. */
    ShortList sortable(String... names) {
        sortable.addAll(List.of(names));
        known.addAll(List.of("sort_by", "sort_direction"));
        return this;
    }

    ShortList allowing(String... parameters) {
        known.addAll(List.of(parameters));
        return this;
    }

    ShortList newestFirst() {
        usualDirection = "desc";
        return this;
    }

    /** Answers with a page of these records, each of which has an id. */
    Reply of(List<ObjectNode> records, UnaryOperator<ObjectNode> shown) {
        if (account.settings().isOn(Switch.QUERY_TOKEN)) {
            known.add("api_token");
        }
        Checks checks = new Checks();
        query.keySet().stream().filter(name -> !known.contains(name)).forEach(checks::notAllowed);
        String sortBy = QueryValues.choice(query, "sort_by", sortable, "id", checks);
        boolean descending = QueryValues.choice(query, "sort_direction", Set.of("asc", "desc"), usualDirection, checks)
                .equals("desc");
        int limit = QueryValues.limit(query, account.settings(), checks);
        checks.finish();
        String cursor = query.get("cursor");
        Cursor after = cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor, sortBy, descending);
        List<Cursor> places = places(records, sortBy, descending);
        Comparator<Cursor> order = Comparator.comparingLong(Cursor::value).thenComparingLong(Cursor::id);
        places.sort(descending ? order.reversed() : order);
        places.removeIf(place -> after != null && isNotAfter(place, after, order));
        return page(records, places, limit, shown);
    }

    private static boolean isNotAfter(Cursor place, Cursor after, Comparator<Cursor> order) {
        int compared = order.compare(place, after);
        return after.descending() ? compared >= 0 : compared <= 0;
    }

    private static List<Cursor> places(List<ObjectNode> records, String sortBy, boolean descending) {
        List<Cursor> places = new ArrayList<>();
        for (ObjectNode record : records) {
            places.add(new Cursor(sortBy, descending, sortValue(record.path(sortBy)), Uuids.rowOf(record)));
        }
        return places;
    }

    private static Reply page(
            List<ObjectNode> records, List<Cursor> places, int limit, UnaryOperator<ObjectNode> shown) {
        List<byte[]> page = new ArrayList<>();
        for (Cursor place : places.subList(0, Math.min(limit, places.size()))) {
            ObjectNode record = find(records, place.id());
            if (record != null) {
                page.add(Json.bytes(shown.apply(record)));
            }
        }
        return Replies.page(page, places.size() > limit ? places.get(limit - 1) : null);
    }

    private static @Nullable ObjectNode find(List<ObjectNode> records, long id) {
        for (ObjectNode record : records) {
            if (Uuids.rowOf(record) == id) {
                return record;
            }
        }
        return null;
    }

    private static long sortValue(JsonNode value) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.length() == DATE_LENGTH ? LocalDate.parse(text).toEpochDay() : Times.epochSecond(text);
        }
        return value.asLong(0);
    }
}
