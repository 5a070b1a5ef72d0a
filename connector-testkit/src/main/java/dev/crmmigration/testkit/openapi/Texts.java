package dev.crmmigration.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Gives text from a query, a path or a form the type that its schema wants, if it can be read so. */
final class Texts {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,30}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private Texts() {}

    static JsonNode typed(String text, DocumentPart schema) {
        return switch (schema.text("type")) {
            case "integer" ->
                INTEGER.matcher(text).matches() ? BigIntegerNode.valueOf(new BigInteger(text)) : TextNode.valueOf(text);
            case "number" ->
                NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(text.equals("true"))
                        : TextNode.valueOf(text);
            case "array" -> list(text, schema.part("items"));
            default -> TextNode.valueOf(text);
        };
    }

    /** Reads the style {@code form} without {@code explode}; a repeated parameter arrives as its last value. */
    private static JsonNode list(String text, DocumentPart items) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : text.split(",", -1)) {
            list.add(typed(item, items));
        }
        return list;
    }
}
