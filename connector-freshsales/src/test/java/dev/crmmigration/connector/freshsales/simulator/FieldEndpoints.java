package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import dev.crmmigration.testkit.simulator.Request;
import java.util.List;
import java.util.Locale;

/** The fields and the form of one object; a field can be created where the account lets a key do it. */
final class FieldEndpoints {

    /** What stands for the types when a field is created; no public document tells the numbers. */
    private static final List<String> CODES = List.of(
            "text",
            "paragraph",
            "number",
            "decimal",
            "dropdown",
            "radio",
            "multi_select_dropdown",
            "checkbox",
            "date",
            "lookup");

    private final Account account;
    private final String plural;
    private final Fields fields;

    FieldEndpoints(Account account, String plural) {
        this.account = account;
        this.plural = plural;
        this.fields = Fields.of(account, plural);
    }

    List<Endpoint> endpoints() {
        String path = "/api/settings/" + plural;
        return List.of(
                Endpoint.get(path + "/fields", this::list),
                Endpoint.get(path + "/forms", request -> forms()),
                Endpoint.post(path + "/forms/{form}/fields", this::create));
    }

    private Reply list(Request request) {
        ObjectNode body =
                Replies.list("fields", fields.all().stream().map(fields::shown).toList());
        if (request.query().getOrDefault("include", "").contains("field_group")) {
            body.putArray("field_groups");
        }
        return Reply.json(200, body);
    }

    private long formId() {
        return account.table(Fields.tableOf(plural)).rows().iterator().next().id() / 1_000_000 * 10;
    }

    private Reply forms() {
        ObjectNode form = Json.object().put("id", formId()).put("active", true);
        form.put("name", "default_" + plural.replaceFirst("s$", "") + "_form");
        form.put("form_class", plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1));
        ObjectNode group = form.putArray("fields").addObject().put("name", "basic_information");
        group.put("label", "Basic information").put("type", "section");
        ArrayNode all = group.putArray("fields");
        fields.all().forEach(field -> all.add(described(field)));
        return Reply.json(200, Replies.list("forms", List.of(form)));
    }

    private ObjectNode described(ObjectNode field) {
        ObjectNode shown = fields.shown(field);
        boolean isCustom = Fields.isCustom(field);
        shown.put("form_id", formId()).put("custom", isCustom).put("editable", true);
        shown.put("field_class", "Field::" + field.path("type").asText()).putNull("default_value");
        shown.putObject("field_options")
                .put("system_field", !isCustom)
                .put("unique", field.path("unique").asBoolean(false))
                .put("can_uniqueness_be_changed", isCustom);
        return shown;
    }

    private Reply create(Request request) {
        if (!account.settings().isOn(Switch.FIELD_CREATION)) {
            throw ApiException.of(404, "The requested resource could not be found");
        }
        if (Bodies.id(request, "form") != formId()) {
            throw ApiException.notFound();
        }
        ObjectNode given = Bodies.record(request, "field");
        int code = given.path("field_type").asInt(0);
        if (given.path("label").asText("").isBlank() || code < 1 || code > CODES.size()) {
            throw ApiException.invalid(List.of("Label can't be blank", "Field type is not valid"));
        }
        ObjectNode description = Json.object().put("type", CODES.get(code - 1));
        description.set("label", given.get("label"));
        description.put("required", given.path("required").asBoolean(false));
        ArrayNode choices = description.putArray("choices");
        given.path("choices").forEach(choice -> choices.add(choice.path("value").asText(choice.asText())));
        return Replies.record(200, "field", described(fields.addCustom(description)));
    }
}
