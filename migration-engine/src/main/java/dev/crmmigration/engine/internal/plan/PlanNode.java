package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.ExpressionSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of the plan file that knows where it stands, so that every problem names its path. */
final class PlanNode {

    private final JsonNode node;
    private final String path;

    PlanNode(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    String text(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual()) {
            throw problem(name, "must be text");
        }
        return value.asText();
    }

    String text() {
        if (!node.isTextual()) {
            throw new PlanProblemException(path + " must be text");
        }
        return node.asText();
    }

    boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isBoolean()) {
            throw problem(name, "must be true or false");
        }
        return value.asBoolean();
    }

    int number(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt()) {
            throw problem(name, "must be a whole number");
        }
        return value.asInt();
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> problem(
                        name, "must be one of " + Arrays.toString(type.getEnumConstants()) + " but is " + text));
    }

    Expression expression(String name) {
        return parsed(text(name), at(name));
    }

    Expression expression() {
        return parsed(text(), path);
    }

    private static Expression parsed(String text, String where) {
        try {
            return Expression.parse(text);
        } catch (ExpressionSyntaxException e) {
            throw new PlanProblemException(where + ": " + e.getMessage());
        }
    }

    List<PlanNode> list(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isArray()) {
            throw problem(name, "must be a list");
        }
        List<PlanNode> nodes = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            nodes.add(new PlanNode(value.get(i), at(name) + "[" + i + "]"));
        }
        return nodes;
    }

    /** Returns an object whose values are all text. */
    Map<String, String> texts(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isObject()) {
            throw problem(name, "must be an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        PlanNode child = new PlanNode(value, at(name));
        value.fieldNames().forEachRemaining(key -> texts.put(key, child.text(key)));
        return texts;
    }

    PlanNode child(String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isObject()) {
            throw problem(name, "must be an object");
        }
        return new PlanNode(value, at(name));
    }

    PlanProblemException problem(String name, String what) {
        return new PlanProblemException(at(name) + " " + what);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    String path() {
        return path;
    }
}
