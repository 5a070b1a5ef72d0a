package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The newest deals of found persons and organizations, and the newest persons of found organizations. */
final class RelatedItems {

    private static final int MAX_OF_EACH = 100;

    private final Company company;
    private final Account account;

    RelatedItems(Company company) {
        this.company = company;
        this.account = company.account();
    }

    List<ObjectNode> of(List<ObjectNode> items) {
        List<ObjectNode> related = new ArrayList<>();
        for (ObjectNode item : items) {
            long id = item.path("id").asLong(0);
            if (item.path("type").asText("").equals("person")) {
                add(related, "deals", "person_id", id);
            } else if (item.path("type").asText("").equals("organization")) {
                add(related, "deals", "org_id", id);
                add(related, "persons", "org_id", id);
            }
        }
        return related;
    }

    private void add(List<ObjectNode> related, String object, String link, long id) {
        Table table = account.table(object);
        IdList ids = table.withKey(link, id);
        SearchItems items = new SearchItems(company, object);
        for (int i = ids.size() - 1; i >= Math.max(0, ids.size() - MAX_OF_EACH); i--) {
            Row row = table.find(ids.get(i));
            if (row != null && account.visibility().shows(table, row)) {
                related.add(items.item(row.record(), Map.of()));
            }
        }
    }
}
