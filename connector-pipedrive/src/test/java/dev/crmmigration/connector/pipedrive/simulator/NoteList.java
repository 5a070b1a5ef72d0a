package dev.crmmigration.connector.pipedrive.simulator;

import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;

/** Pages of notes, by v1: ordered by id. Made for one request. */
final class NoteList {

    private static final List<String> FILTERS = List.of("user_id", "deal_id", "person_id", "org_id", "lead_id");

    private final Table table;
    private final Notes notes;

    NoteList(Account account, Notes notes) {
        this.table = account.table("notes");
        this.notes = notes;
    }

    Reply page(Request request) {
        ListV1 page = ListV1.of(request);
        IdList candidates = candidates(request);
        List<byte[]> shown = new ArrayList<>();
        int position = isUnfiltered(request) ? page.start() : 0;
        int toSkip = page.start() - position;
        boolean hasMore = false;
        for (; position < candidates.size() && !hasMore; position++) {
            Row row = table.find(candidates.get(position));
            if (row == null || !matches(row, request)) {
                continue;
            }
            if (toSkip > 0) {
                toSkip--;
            } else if (shown.size() == page.limit()) {
                hasMore = true;
            } else {
                shown.add(notes.hydrated(row));
            }
        }
        return Replies.pageV1(shown, page.start(), page.limit(), hasMore);
    }

    private static boolean isUnfiltered(Request request) {
        return !request.query().containsKey("updated_since")
                && FILTERS.stream().noneMatch(request.query()::containsKey);
    }

    private IdList candidates(Request request) {
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

    private boolean matches(Row row, Request request) {
        for (String filter : FILTERS) {
            String value = request.query().get(filter);
            if (value != null && row.key(table.keyPosition(filter)) != key(value)) {
                return false;
            }
        }
        String since = request.query().get("updated_since");
        if (since == null) {
            return true;
        }
        if (!Rules.isMoment(since)) {
            throw ApiException.badRequest("updated_since is not a valid datetime");
        }
        table.byUpdateTime().current();
        Long updated = table.byUpdateTime().timeOf(row.id());
        return updated != null && updated >= Times.epochSecond(since);
    }

    private static long key(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : Row.key(value);
    }
}
