package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;

/** A field definition as v1 shows it. */
final class FieldV1 {

    private static final List<String> ON =
            List.of("index_visible_flag", "details_visible_flag", "bulk_edit_allowed", "filtering_allowed");

    private FieldV1() {}

    static ObjectNode shown(Account account, Field field, int order) {
        ObjectNode definition = field.whole();
        ObjectNode shown = Json.object();
        shown.put("id", field.id());
        shown.put("key", field.code());
        shown.set("name", definition.get("field_name"));
        shown.put("order_nr", order);
        shown.put("field_type", field.type());
        String added = definition.path("add_time").asText(account.nowV1());
        shown.put("add_time", added);
        shown.put("update_time", definition.path("update_time").asText(added));
        shown.put("last_updated_by_user_id", account.tokenUserId());
        shown.put("created_by_user_id", account.tokenUserId());
        shown.put("active_flag", !field.isDeleted());
        shown.put("edit_flag", field.isCustom());
        ON.forEach(flag -> shown.put(flag, true));
        shown.put("add_visible_flag", definition.path("add_visible_flag").asBoolean(true));
        shown.put("important_flag", false);
        shown.put("searchable_flag", false);
        shown.put("sortable_flag", !field.type().equals("set"));
        shown.put("mandatory_flag", false);
        JsonNode options = definition.path("options");
        if (options.isArray()) {
            shown.set("options", options);
        }
        return shown;
    }
}
