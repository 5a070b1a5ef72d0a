package dev.crmmigration.toolkit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The door to JSON. A tree is made of {@code Map<String, ?>}, {@code List<?>}, {@code String}, {@code Long},
 * {@code BigDecimal}, {@code Boolean} and {@code null}; no number passes through a {@code double}.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /**
     * Reads one JSON text.
     *
     * @return a tree; whole numbers are {@code Long} if they fit, all others {@code BigDecimal}
     * @throws JsonSyntaxException if the text is not one JSON value, naming the place but no content
     */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object tree = value(parser);
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException(
                        "more than one JSON value", parser.currentLocation().getCharOffset());
            }
            return tree;
        } catch (JsonProcessingException e) {
            long place = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
            throw new JsonSyntaxException("broken JSON", place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonSyntaxException(
                    "JSON ends too early", parser.currentLocation().getCharOffset());
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw new JsonSyntaxException(
                        "broken JSON", parser.currentLocation().getCharOffset());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Object integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return new BigDecimal(parser.getBigIntegerValue());
        }
        return parser.getLongValue();
    }

    /**
     * Writes a tree in canonical form: names sorted, no white space, decimals without exponent. Equal trees give equal
     * text.
     */
    public static String write(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, @Nullable Object tree) throws IOException {
        if (tree == null) {
            generator.writeNull();
        } else if (tree instanceof Map<?, ?> map) {
            writeObject(generator, map);
        } else if (tree instanceof List<?> list) {
            generator.writeStartArray();
            for (Object item : list) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (tree instanceof String string) {
            generator.writeString(string);
        } else if (tree instanceof Long number) {
            generator.writeNumber(number);
        } else if (tree instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (tree instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else {
            throw new IllegalArgumentException(
                    "JSON cannot hold a " + tree.getClass().getName());
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> map) throws IOException {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        generator.writeStartObject();
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            generator.writeFieldName(entry.getKey());
            write(generator, entry.getValue());
        }
        generator.writeEndObject();
    }
}
