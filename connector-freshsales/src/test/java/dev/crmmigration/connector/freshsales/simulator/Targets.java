package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The parent of what hangs on a record: written as type and id, read back as a list or, in older answers, as one object. */
final class Targets {

    private static final Map<String, String> TABLES =
            Map.of("Contact", "contacts", "SalesAccount", "sales_accounts", "Deal", "deals");

    private final Account account;

    Targets(Account account) {
        this.account = account;
    }

    void apply(ObjectNode record, ObjectNode given, boolean isRequired, Problems problems) {
        JsonNode target = given.path("targetable");
        JsonNode type = target.isObject() ? target.path("type") : given.path("targetable_type");
        JsonNode id = target.isObject() ? target.path("id") : given.path("targetable_id");
        if (type.isMissingNode() && id.isMissingNode()) {
            if (isRequired && record.path("targetables").isEmpty()) {
                problems.add(Message.BLANK, "Targetable");
            }
            return;
        }
        String table = TABLES.get(type.asText());
        if (table == null || !account.table(table).hasLive(id.asLong(0))) {
            problems.add(Message.NO_REFERENCE, "Targetable");
            return;
        }
        record.putArray("targetables").addObject().put("type", type.asText()).put("id", id.asLong());
    }

    void show(ObjectNode shown) {
        if (account.settings().is(Switch.TARGETABLES, "single")) {
            JsonNode first = shown.remove("targetables").path(0);
            shown.set("targetable", first.isObject() ? first : null);
        }
    }
}
