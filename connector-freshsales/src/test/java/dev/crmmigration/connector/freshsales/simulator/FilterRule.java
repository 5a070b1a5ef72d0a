package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One condition of a filtered search.
 *
 * @param attribute a field; the emails of a contact are {@code contact_email.email}
 */
record FilterRule(String attribute, String operator, List<String> values, boolean isCustom, ZoneId zone) {

    private static final String EMAIL = "contact_email.email";
    private static final Set<String> OPERATORS = Set.of("is_in", "is_not_in", "contains", "is_after", "is_before");
    private static final Set<String> COMMON = Set.of(EMAIL, "created_at", "updated_at", "id");

    /** Reads a condition; refuses the request if its attribute or operator is unknown. */
    static FilterRule of(JsonNode rule, Fields fields, ZoneId zone) {
        String attribute = rule.path("attribute").asText();
        String operator = rule.path("operator").asText();
        ObjectNode field = fields.find(attribute);
        if (!OPERATORS.contains(operator) || (field == null && !COMMON.contains(attribute))) {
            throw ApiException.invalid("Invalid filter rule");
        }
        List<String> values = new ArrayList<>();
        if (rule.path("value").isArray()) {
            rule.path("value").forEach(value -> values.add(value.asText()));
        } else {
            values.add(rule.path("value").asText());
        }
        return new FilterRule(attribute, operator, values, field != null && Fields.isCustom(field), zone);
    }

    /** Returns the key that all accepted records have, or nothing. */
    String key() {
        boolean isIndexed = isCustom
                || Set.of(EMAIL, "name", "external_id", "mobile_number").contains(attribute);
        if (!operator.equals("is_in") || values.size() != 1 || !isIndexed) {
            return "";
        }
        return Keys.of(attribute.equals(EMAIL) ? "emails" : attribute, values.get(0));
    }

    boolean accepts(ObjectNode record) {
        List<String> present = present(record);
        return switch (operator) {
            case "is_in" -> present.stream().anyMatch(this::isNamed);
            case "is_not_in" -> present.stream().noneMatch(this::isNamed);
            case "contains" ->
                present.stream()
                        .anyMatch(text -> values.stream()
                                .anyMatch(value ->
                                        text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))));
            default -> compares(record);
        };
    }

    private boolean isNamed(String text) {
        return values.stream().anyMatch(value -> value.strip().equalsIgnoreCase(text.strip()));
    }

    private List<String> present(ObjectNode record) {
        List<String> texts = new ArrayList<>();
        if (attribute.equals(EMAIL)) {
            record.path("emails").forEach(email -> texts.add(email.path("value").asText()));
            return texts;
        }
        JsonNode value = value(record);
        if (value.isArray()) {
            value.forEach(part -> texts.add(part.asText()));
        } else if (!value.isNull() && !value.isMissingNode()) {
            texts.add(value.asText());
        }
        return texts;
    }

    private JsonNode value(ObjectNode record) {
        return isCustom ? record.path("custom_field").path(attribute) : record.path(attribute);
    }

    private boolean compares(ObjectNode record) {
        Optional<Instant> is = Times.moment(value(record), zone);
        Optional<Instant> wanted = Times.moment(TextNode.valueOf(values.isEmpty() ? "" : values.get(0)), zone);
        if (is.isEmpty() || wanted.isEmpty()) {
            return false;
        }
        return operator.equals("is_after")
                ? is.get().isAfter(wanted.get())
                : is.get().isBefore(wanted.get());
    }
}
