package dev.crmmigration.examples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crmmigration.engine.internal.matching.FieldFacts;
import dev.crmmigration.engine.internal.matching.Kind;
import dev.crmmigration.engine.internal.matching.ObjectFacts;
import dev.crmmigration.engine.internal.matching.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of CRM schemas ({@code NAME.json}) with labelled pairs ({@code SPLIT-SOURCE--TARGET.json}): for every field of the
 * source what it is at the target.
 */
final class LabelledSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, Map<String, ObjectFacts>> schemas = new HashMap<>();

    LabelledSchemas(Path folder) {
        this.folder = folder;
    }

    /** Two objects of two CRMs and what is known about them. */
    record Pair(
            String source,
            String target,
            ObjectFacts sourceObject,
            ObjectFacts targetObject,
            String kind,
            Map<String, Label> labels) {

        /** Returns the fields of the target that are ids. */
        Set<String> ids() {
            Set<String> ids = new LinkedHashSet<>();
            labels.values().stream()
                    .filter(label -> label.group().equals("id"))
                    .forEach(label -> ids.addAll(label.right()));
            return ids;
        }
    }

    /**
     * What a field is.
     *
     * @param right every target that is right; empty if there is none
     * @param group {@code match}, {@code ambiguous}, {@code none} or {@code id}
     * @param system whether it is no business field
     */
    record Label(Set<String> right, String group, boolean system) {}

    /** Reads the pairs of a split, or of all of them. */
    List<Pair> pairs(String split) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches(".*--.*\\.json"))
                    .sorted()
                    .toList();
        }
        List<Pair> pairs = new ArrayList<>();
        for (Path file : files) {
            JsonNode root = JSON.readTree(file.toFile());
            if (split.equals("all") || root.path("split").asText().equals(split)) {
                for (JsonNode object : root.get("objects")) {
                    pairs.add(
                            pair(root.get("source").asText(), root.get("target").asText(), object));
                }
            }
        }
        return pairs;
    }

    private Pair pair(String source, String target, JsonNode object) throws IOException {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (JsonNode row : object.get("fields")) {
            Set<String> right = new LinkedHashSet<>();
            if (row.hasNonNull("t")) {
                right.add(row.get("t").asText());
            }
            row.path("alts").forEach(other -> right.add(other.asText()));
            labels.put(
                    row.get("s").asText(),
                    new Label(
                            right, row.get("g").asText(), row.path("c").asText().equals("system")));
        }
        return new Pair(
                source,
                target,
                object(source, object.get("sourceObject").asText()),
                object(target, object.get("targetObject").asText()),
                object.get("kind").asText(),
                labels);
    }

    private ObjectFacts object(String crm, String name) throws IOException {
        if (!schemas.containsKey(crm)) {
            schemas.put(crm, read(JSON.readTree(folder.resolve(crm + ".json").toFile())));
        }
        ObjectFacts object = schemas.get(crm).get(name);
        if (object == null) {
            throw new IOException(crm + ".json has no object " + name);
        }
        return object;
    }

    private static Map<String, ObjectFacts> read(JsonNode schema) {
        Map<String, ObjectFacts> objects = new HashMap<>();
        for (JsonNode object : schema.get("objects")) {
            List<FieldFacts> fields = new ArrayList<>();
            object.get("fields").forEach(field -> fields.add(field(field)));
            String name = object.get("name").asText();
            objects.put(
                    name, new ObjectFacts(name, Kind.named(object.path("kind").asText()), fields));
        }
        return objects;
    }

    private static FieldFacts field(JsonNode field) {
        String name = field.get("name").asText();
        JsonNode ref = field.path("ref");
        return new FieldFacts(
                name,
                field.path("label").asText(name),
                type(field.path("type").asText()),
                field.path("readOnly").asBoolean(),
                ref.isTextual() ? Optional.of(ref.asText()) : Optional.empty(),
                texts(field.path("options")),
                texts(field.path("samples")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static ValueType type(String name) {
        return switch (name) {
            case "id" -> ValueType.ID;
            case "string" -> ValueType.TEXT;
            case "text", "html" -> ValueType.LONG_TEXT;
            case "email" -> ValueType.EMAIL;
            case "phone" -> ValueType.PHONE;
            case "url" -> ValueType.URL;
            case "fullname" -> ValueType.FULL_NAME;
            case "int", "integer" -> ValueType.INTEGER;
            case "decimal", "number", "float" -> ValueType.DECIMAL;
            case "money", "currency" -> ValueType.MONEY;
            case "percent" -> ValueType.PERCENT;
            case "bool", "boolean" -> ValueType.BOOLEAN;
            case "date" -> ValueType.DATE;
            case "datetime" -> ValueType.DATETIME;
            case "time" -> ValueType.TIME;
            case "duration" -> ValueType.DURATION;
            case "enum" -> ValueType.CHOICE;
            case "enums", "multienum", "multiselect", "set" -> ValueType.CHOICES;
            case "ref" -> ValueType.REFERENCE;
            case "refs" -> ValueType.REFERENCES;
            case "polyref" -> ValueType.ANY_REFERENCE;
            case "address" -> ValueType.ADDRESS;
            case "array" -> ValueType.LIST;
            case "image" -> ValueType.IMAGE;
            case "json", "object" -> ValueType.STRUCTURE;
            default -> ValueType.UNKNOWN;
        };
    }
}
