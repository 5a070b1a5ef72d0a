package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What leads may hold (OpenAPI v1, POST and PATCH /leads). */
final class LeadRules {

    private static final Rule VALUE = (parameter, value, checks) -> {
        Rules.objectOf(Map.of("amount", Rules.NUMBER, "currency", Rules.TEXT)).check(parameter, value, checks);
        for (String part : List.of("amount", "currency")) {
            if (value.isObject() && !value.has(part)) {
                checks.add(parameter + "." + part, "This field is missing.");
            }
        }
    };
    private static final Map<String, Rule> MEMBERS = Map.ofEntries(
            Map.entry("title", Rules.name(255)),
            Map.entry("owner_id", Rules.INTEGER),
            Map.entry("label_ids", Rules.listOf(Rules.LEAD_ID)),
            Map.entry("person_id", Rules.INTEGER.orNull()),
            Map.entry("organization_id", Rules.INTEGER.orNull()),
            Map.entry("value", VALUE.orNull()),
            Map.entry("expected_close_date", Rules.DATE_ONLY.orNull()),
            Map.entry("visible_to", Rules.oneOf(Set.of("1", "3", "5", "7"))),
            Map.entry("was_seen", Rules.BOOLEAN),
            Map.entry("origin_id", Rules.TEXT.orNull()),
            Map.entry("channel", Rules.INTEGER.orNull()),
            Map.entry("channel_id", Rules.TEXT.orNull()),
            Map.entry("is_archived", Rules.BOOLEAN));

    private final Account account;

    LeadRules(Account account) {
        this.account = account;
    }

    ObjectNode blank(String id) {
        ObjectNode lead = Json.object();
        lead.put("id", id);
        lead.putNull("title");
        lead.put("owner_id", account.tokenUserId());
        lead.put("creator_id", account.tokenUserId());
        lead.putArray("label_ids");
        lead.putNull("person_id");
        lead.putNull("organization_id");
        // Source and origin of all leads that come through the API (OpenAPI v1).
        lead.put("source_name", "API");
        lead.put("origin", "API");
        for (String empty : List.of("origin_id", "channel", "channel_id", "source_deal_id")) {
            lead.putNull(empty);
        }
        lead.put("is_archived", false);
        lead.put("was_seen", false);
        for (String empty : List.of("value", "expected_close_date", "next_activity_id")) {
            lead.putNull(empty);
        }
        lead.put("add_time", account.nowWithMillis());
        lead.put("update_time", account.nowWithMillis());
        lead.put("visible_to", "3");
        lead.put("cc_email", "acme+1+lead" + id.substring(24) + "@pipedrivemail.example");
        lead.putObject("custom_fields");
        return lead;
    }

    void requireTitle(ObjectNode given) {
        if (!given.has("title")) {
            throw ApiException.invalid("title: This field is missing.", null);
        }
    }

    /** Refuses parameters that are unknown or wrong; the answer names all of them. */
    void check(ObjectNode given, ObjectNode values, CustomFields customFields) {
        Checks checks = new Checks();
        for (Map.Entry<String, JsonNode> parameter : given.properties()) {
            Rule rule = MEMBERS.get(parameter.getKey());
            if (rule != null) {
                rule.check(parameter.getKey(), parameter.getValue(), checks);
            } else if (!FlatCustomFields.isOne(parameter.getKey())) {
                checks.notAllowed(parameter.getKey());
            }
        }
        customFields.check("custom_fields", values, checks);
        checks.finish();
    }

    void apply(ObjectNode lead, ObjectNode given) {
        Parameters parameters = new Parameters(account, lead, given);
        parameters.reference("owner_id", "users");
        parameters.reference("person_id", "persons");
        parameters.reference("organization_id", "organizations");
        if (!lead.hasNonNull("person_id") && !lead.hasNonNull("organization_id")) {
            throw ApiException.badRequest("A lead must be linked to a person or an organization");
        }
        requireLabels(given.path("label_ids"));
        if (given.hasNonNull("value")
                && !account.hasCurrency(given.path("value").path("currency").textValue())) {
            throw ApiException.invalid("value.currency: This value is not a valid currency.", null);
        }
        parameters.copy("title", "label_ids", "value", "expected_close_date", "visible_to", "was_seen");
        parameters.copy("origin_id", "channel", "channel_id");
    }

    private void requireLabels(JsonNode ids) {
        for (JsonNode id : ids) {
            if (!account.table("leadLabels").hasLive(account.rowOf("leadLabels", id.textValue()))) {
                throw ApiException.badRequest("label_ids: there is no such lead label");
            }
        }
    }
}
