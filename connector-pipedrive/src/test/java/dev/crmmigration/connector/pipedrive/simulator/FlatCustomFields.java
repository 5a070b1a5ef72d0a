package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields as v1 has them: at the root of the record, and the parts of a value beside it, such as {@code <hash>} and
 * {@code <hash>_currency}. Kept are they as in v2.
 */
final class FlatCustomFields {

    private static final Pattern MEMBER = Pattern.compile("([0-9a-f]{40})(?:_([a-z0-9_]+))?");
    private static final Map<String, List<String>> PARTS = Map.of(
            "monetary", List.of("currency"),
            "daterange", List.of("until"),
            "time", List.of("timezone_id", "timezone_name"),
            "timerange", List.of("until", "timezone_id", "timezone_name"),
            "address",
                    Rules.ADDRESS_PARTS.stream()
                            .filter(part -> !part.equals("value"))
                            .toList());

    private final Account account;
    private final FieldCatalog catalog;

    FlatCustomFields(Account account, FieldCatalog catalog) {
        this.account = account;
        this.catalog = catalog;
    }

    static boolean isOne(String member) {
        return MEMBER.matcher(member).matches();
    }

    /**
     * Returns the values of a request as v2 has them.
     *
     * @param stored the values that the record has, for requests that change a part only
     */
    ObjectNode nested(ObjectNode request, JsonNode stored) {
        ObjectNode values = Json.object();
        Set<String> done = new HashSet<>();
        request.fieldNames().forEachRemaining(name -> {
            Matcher member = MEMBER.matcher(name);
            if (member.matches() && done.add(member.group(1))) {
                String code = member.group(1);
                Field field = catalog.find(code);
                if (field == null || !field.isCustom() || !isPart(field, member.group(2))) {
                    values.set(name, request.get(name));
                } else {
                    values.set(code, value(field, request, stored.path(code)));
                }
            }
        });
        return values;
    }

    private static boolean isPart(Field field, @Nullable String part) {
        return part == null || PARTS.getOrDefault(field.type(), List.of()).contains(part);
    }

    private JsonNode value(Field field, ObjectNode request, JsonNode stored) {
        JsonNode given = request.get(field.code());
        if (given != null
                && (given.isNull() || (given.isTextual() && given.textValue().isEmpty()))) {
            return NullNode.getInstance();
        }
        List<String> parts = PARTS.get(field.type());
        if (parts == null) {
            return given == null ? NullNode.getInstance() : single(field.type(), given);
        }
        ObjectNode value = stored instanceof ObjectNode present ? withoutNulls(present) : Json.object();
        if (given != null) {
            value.set("value", field.type().equals("monetary") ? number(given) : given);
        }
        for (String part : parts) {
            JsonNode newPart = request.get(field.code() + "_" + part);
            if (newPart != null && !newPart.isNull()) {
                value.set(part, newPart);
            }
        }
        if (field.type().equals("monetary") && !value.has("currency")) {
            value.set("currency", account.tokenUser().path("default_currency"));
        }
        return value;
    }

    private static ObjectNode withoutNulls(ObjectNode value) {
        ObjectNode copy = value.deepCopy();
        copy.removeIf(JsonNode::isNull);
        return copy;
    }

    private static JsonNode single(String type, JsonNode given) {
        return switch (type) {
            case "double", "enum", "user", "org", "people" -> number(given);
            case "set" -> numbers(given);
            case "varchar", "varchar_auto", "text", "phone" ->
                given.isNumber() ? Json.MAPPER.getNodeFactory().textNode(given.asText()) : given;
            default -> given;
        };
    }

    /** Takes numbers as text, as v1 does. */
    private static JsonNode number(JsonNode given) {
        if (given.isTextual() && given.textValue().matches("-?\\d{1,18}")) {
            return Json.MAPPER.getNodeFactory().numberNode(Long.parseLong(given.textValue()));
        }
        if (given.isTextual() && given.textValue().matches("-?\\d{1,18}\\.\\d{1,18}")) {
            return Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(given.textValue()));
        }
        return given;
    }

    private static JsonNode numbers(JsonNode given) {
        ArrayNode ids = Json.MAPPER.createArrayNode();
        if (given.isArray()) {
            given.forEach(id -> ids.add(number(id)));
        } else {
            for (String id : given.asText("").split(",", -1)) {
                ids.add(number(Json.MAPPER.getNodeFactory().textNode(id.strip())));
            }
        }
        return ids;
    }

    /** Puts the stored values at the root of a document; what has no value does not appear. */
    void flatten(JsonNode stored, ObjectNode document) {
        for (Map.Entry<String, JsonNode> value : stored.properties()) {
            Field field = catalog.find(value.getKey());
            if (field != null) {
                flatten(field, value.getValue(), document);
            }
        }
    }

    private void flatten(Field field, JsonNode value, ObjectNode document) {
        String code = field.code();
        List<String> parts = PARTS.get(field.type());
        if (parts != null) {
            document.set(code, value.path("value"));
            parts.stream().filter(value::has).forEach(part -> document.set(code + "_" + part, value.get(part)));
        } else if (field.type().equals("set")) {
            StringBuilder ids = new StringBuilder();
            value.forEach(id -> ids.append(ids.isEmpty() ? "" : ",").append(id.asText()));
            document.put(code, ids.toString());
        } else if (field.type().equals("enum")
                && account.settings().answer(Switch.ENUM_IN_V1).equals("text")) {
            document.put(code, value.asText());
        } else {
            document.set(code, value);
        }
    }
}
