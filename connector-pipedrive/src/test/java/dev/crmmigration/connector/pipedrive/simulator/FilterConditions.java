package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final FilterHelpers helpers = new FilterHelpers();

    FilterConditions(Account account) {
        this.account = account;
    }

    /** Returns the conditions as they are kept, or refuses the request. */
    ObjectNode checked(JsonNode given) {
        if (!given.path("glue").asText("").equals("and")
                || !given.path("conditions").isArray()) {
            throw ApiException.badRequest("conditions must have glue and conditions");
        }
        requireGroups(given.path("conditions"));
        int count = 0;
        ObjectNode kept = Json.object().put("glue", "and");
        ArrayNode groups = kept.putArray("conditions");
        for (JsonNode group : given.path("conditions")) {
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

    /** Of two groups one is glued with "and", the other with "or"; other combinations do not work (OpenAPI v1). */
    private static void requireGroups(JsonNode groups) {
        Set<String> glues = new HashSet<>();
        groups.forEach(group -> glues.add(group.path("glue").asText("")));
        if (groups.size() != 2 || !glues.equals(GLUES)) {
            throw ApiException.badRequest("conditions must have one group with the glue and, and one with the glue or");
        }
    }

    private ObjectNode checkedCondition(JsonNode given) {
        String object = given.path("object").asText("");
        String field = given.path("field_id").asText("");
        if (object.isEmpty()
                || field.isEmpty()
                || given.path("operator").asText("").isEmpty()) {
            throw ApiException.badRequest("a condition needs object, field_id and operator");
        }
        Field definition = find(object, field);
        if (definition == null && (object.equals("lead") || CATALOGS.containsKey(object))) {
            throw ApiException.badRequest("field_id is not a field of " + object);
        }
        if (definition != null && definition.type().equals("date")) {
            requireDate(given.path("value"));
        }
        ObjectNode condition = Json.object();
        condition.put("object", object);
        condition.put("field_id", field);
        condition.set("operator", given.get("operator"));
        for (String value : List.of("value", "extra_value")) {
            condition.put(value, given.hasNonNull(value) ? given.get(value).asText() : null);
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

    /** Allows dates in the form of v2 and those that move with the day (changelog on conditions of filters). */
    private void requireDate(JsonNode value) {
        String text = value.asText("");
        if (!value.isNull()
                && !text.isEmpty()
                && !text.matches("\\d{4}-\\d{2}-\\d{2}")
                && !helpers.isRelativeDate(text)) {
            throw ApiException.badRequest("a date in a condition is written YYYY-MM-DD");
        }
    }

    private JsonNode codeOf(String object, String fieldId) {
        Field field = find(object, fieldId);
        return field == null ? NullNode.getInstance() : TextNode.valueOf(field.code());
    }

    private List<Field> fields(String object) {
        if (object.equals("lead")) {
            return new SystemFieldsV1(account).leadFields();
        }
        String catalog = CATALOGS.get(object);
        return catalog == null ? List.of() : account.catalog(catalog).live();
    }

    private @Nullable Field find(String object, String fieldId) {
        return fields(object).stream()
                .filter(field -> Long.toString(field.id()).equals(fieldId))
                .findFirst()
                .orElse(null);
    }
}
