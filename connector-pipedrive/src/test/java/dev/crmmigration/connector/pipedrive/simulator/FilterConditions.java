package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions of a filter: "and" of one group joined by "and" and one joined by "or". */
final class FilterConditions {

    private static final int MAX_CONDITIONS = 16;
    private static final Set<String> GLUES = Set.of("and", "or");
    private static final Map<String, String> CATALOGS = Map.of(
            "deal", "dealFields",
            "person", "personFields",
            "organization", "organizationFields",
            "activity", "activityFields",
            "product", "productFields");

    private final Account account;

    FilterConditions(Account account) {
        this.account = account;
    }

    /** Returns the conditions as they are kept, or refuses the request. */
    ObjectNode checked(JsonNode given) {
        if (!given.path("glue").asText("").equals("and")
                || !given.path("conditions").isArray()) {
            throw ApiException.badRequest("conditions must have glue and conditions");
        }
        int count = 0;
        ObjectNode kept = Json.object().put("glue", "and");
        ArrayNode groups = kept.putArray("conditions");
        for (JsonNode group : given.path("conditions")) {
            if (!GLUES.contains(group.path("glue").asText(""))) {
                throw ApiException.badRequest("the glue of a group of conditions is and, or or");
            }
            ObjectNode keptGroup =
                    groups.addObject().put("glue", group.path("glue").textValue());
            ArrayNode leaves = keptGroup.putArray("conditions");
            for (JsonNode condition : group.path("conditions")) {
                leaves.add(checkedCondition(condition));
                count++;
            }
        }
        if (count > MAX_CONDITIONS) {
            throw ApiException.badRequest("A filter can have at most " + MAX_CONDITIONS + " conditions");
        }
        return kept;
    }

    private ObjectNode checkedCondition(JsonNode given) {
        String object = given.path("object").asText("");
        String field = given.path("field_id").asText("");
        if (object.isEmpty()
                || field.isEmpty()
                || given.path("operator").asText("").isEmpty()) {
            throw ApiException.badRequest("a condition needs object, field_id and operator");
        }
        if (CATALOGS.containsKey(object) && codeOf(object, field).isNull()) {
            throw ApiException.badRequest("field_id is not a field of " + object);
        }
        ObjectNode condition = Json.object();
        condition.put("object", object);
        condition.put("field_id", field);
        condition.set("operator", given.get("operator"));
        for (String value : List.of("value", "extra_value")) {
            condition.set(value, given.hasNonNull(value) ? given.get(value) : NullNode.getInstance());
        }
        condition.put("json_value_flag", false);
        return condition;
    }

    /** Adds to each condition the code of its field. */
    void addFieldCodes(JsonNode conditions) {
        for (JsonNode group : conditions.path("conditions")) {
            for (JsonNode condition : group.path("conditions")) {
                String object = condition.path("object").asText("");
                JsonNode code = codeOf(object, condition.path("field_id").asText(""));
                ((ObjectNode) condition).set("field_code", code);
            }
        }
    }

    private JsonNode codeOf(String object, String fieldId) {
        String catalog = CATALOGS.get(object);
        if (catalog == null) {
            return NullNode.getInstance();
        }
        for (Field field : account.catalog(catalog).live()) {
            if (Long.toString(field.id()).equals(fieldId)) {
                return Json.MAPPER.getNodeFactory().textNode(field.code());
            }
        }
        return NullNode.getInstance();
    }
}
