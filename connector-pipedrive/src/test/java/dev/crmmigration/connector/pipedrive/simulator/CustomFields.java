package dev.crmmigration.connector.pipedrive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and stores the custom field values of one object. */
final class CustomFields {

    private static final String MEMBER = "custom_fields";

    private final Account account;
    private final FieldCatalog catalog;
    private final CustomFieldRules rules;

    CustomFields(Account account, FieldCatalog catalog) {
        this.account = account;
        this.catalog = catalog;
        this.rules = new CustomFieldRules(account);
    }

    FieldCatalog catalog() {
        return catalog;
    }

    /** Checks the value of the parameter {@code custom_fields}. */
    void check(String parameter, JsonNode values, Checks checks) {
        Rules.OBJECT.check(parameter, values, checks);
        if (values.has(MEMBER)) {
            // Values nested twice break the real server (github.com/pipedrive/client-php/issues/234).
            throw ApiException.of(500, "ERR_UNKNOWN", "Unknown error occurred");
        }
        for (Map.Entry<String, JsonNode> member : values.properties()) {
            String path = parameter + "." + member.getKey();
            Field field = custom(member.getKey());
            if (field != null) {
                rules.of(field).orNull().check(path, member.getValue(), checks);
            } else if (account.settings().answer(Switch.UNKNOWN_HASH).equals("reject")) {
                checks.notAllowed(path);
            }
        }
    }

    private @Nullable Field custom(String code) {
        Field field = catalog.find(code);
        return field == null || !field.isCustom() ? null : field;
    }

    /** Stores values that were checked; {@code null} clears, and what is not named stays. */
    void apply(ObjectNode record, JsonNode values) {
        ObjectNode stored = record.path(MEMBER) instanceof ObjectNode present ? present : record.putObject(MEMBER);
        for (Map.Entry<String, JsonNode> member : values.properties()) {
            Field field = custom(member.getKey());
            if (field == null || member.getValue().isNull()) {
                stored.remove(member.getKey());
            } else {
                stored.set(member.getKey(), asStored(field, member.getValue()));
            }
        }
    }

    private static JsonNode asStored(Field field, JsonNode value) {
        return switch (field.type()) {
            case "double" -> Numbers.asDouble(value);
            case "address" -> Addresses.complete(value);
            case "monetary" -> {
                ObjectNode money = value.deepCopy();
                money.set("value", Numbers.asDouble(value.path("value")));
                yield money;
            }
            case "time", "timerange" -> time(value);
            default -> value;
        };
    }

    private static ObjectNode time(JsonNode value) {
        ObjectNode time = Json.object();
        for (String part : List.of("value", "until")) {
            if (value.has(part)) {
                time.put(part, Times.withSeconds(value.path(part).textValue()));
            }
        }
        for (String part : List.of("timezone_id", "timezone_name")) {
            time.set(part, value.has(part) ? value.get(part) : NullNode.getInstance());
        }
        return time;
    }

    /** Takes out the values of fields and options that are gone. */
    ObjectNode cleaned(ObjectNode record) {
        cleanValues(record);
        Field labels = Labels.field(account, catalog);
        if (labels != null && record.path("label_ids") instanceof ArrayNode ids) {
            record.set("label_ids", known(labels, ids));
        }
        return record;
    }

    /** Takes out the values of custom fields, and leaves the labels alone. */
    void cleanValues(ObjectNode record) {
        if (record.path(MEMBER) instanceof ObjectNode values) {
            List<String> codes = new ArrayList<>();
            values.fieldNames().forEachRemaining(codes::add);
            for (String code : codes) {
                Field field = custom(code);
                if (field == null || !clean(field, values, code)) {
                    values.remove(code);
                }
            }
        }
    }

    /** Returns whether something of the value is left. */
    private static boolean clean(Field field, ObjectNode values, String code) {
        JsonNode value = values.path(code);
        if (field.type().equals("enum")) {
            return field.hasOption(value);
        }
        if (field.type().equals("set")) {
            ArrayNode known = known(field, value);
            values.set(code, known);
            return !known.isEmpty();
        }
        return true;
    }

    private static ArrayNode known(Field field, JsonNode ids) {
        ArrayNode known = Json.MAPPER.createArrayNode();
        ids.forEach(id -> {
            if (field.hasOption(id)) {
                known.add(id);
            }
        });
        return known;
    }
}
