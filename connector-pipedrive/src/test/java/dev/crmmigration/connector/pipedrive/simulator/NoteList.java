package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pages of notes, by v1: ordered by id if nothing else is asked for. */
final class NoteList {

    private static final List<String> FILTERS = List.of("user_id", "deal_id", "person_id", "org_id", "lead_id");
    private static final Set<String> ABSENT = Set.of("project_id", "task_id");
    private static final Set<String> SORTABLE =
            Set.of("id", "user_id", "deal_id", "org_id", "person_id", "content", "add_time", "update_time");

    private final Table table;
    private final Notes notes;

    NoteList(Account account, Notes notes) {
        this.table = account.table("notes");
        this.notes = notes;
    }

    Reply page(Request request) {
        Optional<Comparator<Row>> order = SortV1.parse(request.query().getOrDefault("sort", ""), SORTABLE);
        Stream<Row> rows = PageV1.rows(table, candidates(request));
        for (Predicate<Row> condition : conditions(request)) {
            rows = rows.filter(condition);
        }
        PageV1 page = PageV1.of(ListV1.of(request), order.isPresent() ? rows.sorted(order.get()) : rows);
        List<byte[]> shown = page.rows().stream().map(notes::hydrated).toList();
        return Replies.pageV1(shown, page.start(), page.limit(), page.hasMore());
    }

    /** Returns the shortest list that holds all that is asked for. */
    private IdList candidates(Request request) {
        if (ABSENT.stream().anyMatch(request.query()::containsKey)) {
            return new IdList();
        }
        IdList smallest = table.live();
        for (String filter : FILTERS) {
            String value = request.query().get(filter);
            if (value != null) {
                IdList ids = table.withKey(filter, key(value));
                smallest = ids.size() < smallest.size() ? ids : smallest;
            }
        }
        return smallest;
    }

    private List<Predicate<Row>> conditions(Request request) {
        List<Predicate<Row>> conditions = new ArrayList<>();
        Map<String, String> query = request.query();
        for (String filter : FILTERS) {
            if (query.containsKey(filter)) {
                long key = key(query.get(filter));
                conditions.add(row -> row.key(table.keyPosition(filter)) == key);
            }
        }
        if (query.containsKey("updated_since")) {
            conditions.add(PageV1.updatedSince(table, request));
        }
        query.forEach((name, value) -> {
            if (name.startsWith("pinned_to_")) {
                conditions.add(row -> row.record().path(name).asBoolean(false) == value.equals("1"));
            }
        });
        if (query.containsKey("start_date") || query.containsKey("end_date")) {
            conditions.add(row -> isWithin(row.record(), query));
        }
        return conditions;
    }

    private static boolean isWithin(ObjectNode note, Map<String, String> query) {
        String day = note.path("add_time").asText("").substring(0, 10);
        return day.compareTo(query.getOrDefault("start_date", "")) >= 0
                && day.compareTo(query.getOrDefault("end_date", "9")) <= 0;
    }

    private static long key(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : Row.key(value);
    }
}
