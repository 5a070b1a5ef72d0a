package dev.crmmigration.engine.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.record.ObjectType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Writes reports: records in the order of their components, everything that is no structure as text or number. */
public final class RecordJson {

    private RecordJson() {}

    public static String write(Object report) {
        return Json.pretty(node(report));
    }

    /** Returns the tree of a report. */
    public static JsonNode node(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value == null) {
            return nodes.nullNode();
        }
        if (value instanceof Optional<?> optional) {
            return node(optional.orElse(null));
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? nodes.numberNode(number.getAsLong()) : nodes.nullNode();
        }
        if (value instanceof ObjectType type) {
            return nodes.textNode(type.name());
        }
        if (value instanceof Record structure) {
            return object(structure);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = nodes.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), node(item)));
            return object;
        }
        if (value instanceof Boolean flag) {
            return nodes.booleanNode(flag);
        }
        if (value instanceof Double number) {
            return nodes.numberNode(number);
        }
        return value instanceof Number number ? nodes.numberNode(number.longValue()) : nodes.textNode(value.toString());
    }

    private static ObjectNode object(Record structure) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : structure.getClass().getRecordComponents()) {
            try {
                object.set(component.getName(), node(component.getAccessor().invoke(structure)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(
                        "the report " + structure.getClass().getSimpleName() + " cannot be read", e);
            }
        }
        return object;
    }
}
