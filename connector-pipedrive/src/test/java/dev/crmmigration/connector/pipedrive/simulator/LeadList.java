package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pages of leads, by v1: the oldest first. Archived leads have a list of their own. */
final class LeadList {

    private static final List<String> FILTERS = List.of("owner_id", "person_id", "organization_id");
    private static final Set<String> SORTABLE = Set.of(
            "id",
            "title",
            "owner_id",
            "creator_id",
            "was_seen",
            "expected_close_date",
            "next_activity_id",
            "add_time",
            "update_time");

    private final Account account;
    private final Table table;
    private final Leads leads;

    LeadList(Account account, Leads leads) {
        this.account = account;
        this.table = account.table("leads");
        this.leads = leads;
    }

    Reply page(Request request, boolean archived) {
        Optional<Comparator<Row>> order = SortV1.parse(request.query().getOrDefault("sort", ""), SORTABLE);
        Stream<Row> rows = PageV1.rows(table, table.withKey("is_archived", archived ? 1 : 0))
                .filter(condition(request))
                .filter(row -> account.visibility().shows(table, row))
                .filter(PageV1.updatedSince(table, request));
        PageV1 page = PageV1.of(ListV1.of(request), order.map(rows::sorted).orElse(rows));
        List<byte[]> shown = page.rows().stream().map(leads::document).toList();
        return Replies.list(shown, paging(page));
    }

    /** Returns what is asked for; a filter takes the place of all other conditions. */
    private Predicate<Row> condition(Request request) {
        String filter = request.query().get("filter_id");
        if (filter == null) {
            return row -> matches(row, request);
        }
        if (!filter.matches("\\d{1,18}")) {
            throw ApiException.badRequest("filter_id must be a whole number");
        }
        return new FilterEvaluation(account).of(Long.parseLong(filter), "leads");
    }

    private boolean matches(Row row, Request request) {
        for (String filter : FILTERS) {
            String value = request.query().get(filter);
            if (value != null
                    && !Long.toString(row.key(table.keyPosition(filter))).equals(value)) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode paging(PageV1 page) {
        ObjectNode paging = Json.object();
        paging.put("start", page.start());
        paging.put("limit", page.limit());
        paging.put("more_items_in_collection", page.hasMore());
        if (page.hasMore()) {
            paging.put("next_start", page.start() + page.limit());
        }
        return account.settings().answer(Switch.LEAD_PAGING).equals("flat")
                ? paging
                : Json.object().set("pagination", paging);
    }
}
