package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of leads, which have the custom fields of deals, and of notes, which have none; both can only be read. */
final class SystemFieldsV1 {

    private static final Map<String, String> BOOLEAN_OPTIONS = Map.of("1", "Yes", "0", "No");

    private final Account account;

    SystemFieldsV1(Account account) {
        this.account = account;
    }

    List<Endpoint> endpoints() {
        return List.of(
                new Endpoint("GET", Endpoint.V1 + "/leadFields", 20, request -> list(request, shownLeadFields())),
                new Endpoint("GET", Endpoint.V1 + "/noteFields", 20, request -> list(request, noteFields())));
    }

    /** Returns the fields of leads: their own, and the custom fields of deals. */
    List<Field> leadFields() {
        List<Field> fields = new ArrayList<>();
        for (JsonNode given : NewAccount.template().path("leadFields")) {
            fields.add(field(given, fields.size() + 1L));
        }
        account.catalog("dealFields").live().stream().filter(Field::isCustom).forEach(fields::add);
        return fields;
    }

    private List<ObjectNode> shownLeadFields() {
        List<ObjectNode> shown = new ArrayList<>();
        leadFields().forEach(field -> shown.add(FieldV1.shown(account, field, shown.size() + 1)));
        return shown;
    }

    private List<ObjectNode> noteFields() {
        List<ObjectNode> shown = new ArrayList<>();
        for (JsonNode given : NewAccount.template().path("noteFields")) {
            ObjectNode field = FieldV1.shown(account, field(given, shown.size() + 1L), shown.size() + 1);
            field.retain("id", "key", "name", "field_type", "active_flag", "bulk_edit_allowed", "mandatory_flag");
            field.put("edit_flag", false);
            if (field.path("field_type").asText("").equals("enum")) {
                BOOLEAN_OPTIONS.forEach((id, label) -> field.withArray("options")
                        .addObject()
                        .put("id", Integer.parseInt(id))
                        .put("label", label));
            }
            shown.add(field);
        }
        return shown;
    }

    private Field field(JsonNode given, long id) {
        ObjectNode definition = Json.object();
        definition.put("id", id);
        definition.setAll((ObjectNode) given);
        definition.put("is_custom_field", false);
        definition.put("add_time", account.tokenUser().path("created").asText(""));
        return new Field(definition);
    }

    private static Reply list(Request request, List<ObjectNode> fields) {
        ListV1 page = ListV1.of(request);
        int end = Math.min(fields.size(), page.start() + page.limit());
        List<byte[]> shown = fields.subList(Math.min(page.start(), end), end).stream()
                .map(Json::bytes)
                .toList();
        return Replies.pageV1(shown, page.start(), page.limit(), end < fields.size());
    }
}
