package dev.crmmigration.engine.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.Catalog;
import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.ObjectDescription;
import dev.crmmigration.api.catalog.ObjectTraits;
import dev.crmmigration.api.catalog.Option;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayList;
import java.util.List;

/** The catalog of a source, as it is stored with the generation it describes. */
final class CatalogJson {

    private static final int NO_PROBABILITY = -1;

    private CatalogJson() {}

    static String write(Catalog catalog) {
        ObjectNode root = Json.object().put("account", catalog.account());
        ArrayNode objects = root.putArray("objects");
        for (ObjectDescription object : catalog.objects()) {
            ObjectNode node = objects.addObject().put("type", object.type().name());
            ArrayNode fields = node.putArray("fields");
            object.fields().forEach(field -> fields.add(field(field)));
        }
        return Json.compact(root);
    }

    private static ObjectNode field(FieldDescription field) {
        ObjectNode node = Json.object()
                .put("key", field.key())
                .put("label", field.label())
                .put("type", field.type().name())
                .put("platformType", field.platformType())
                .put("custom", field.custom());
        node.set(
                "options",
                Json.texts(field.options().stream().map(Option::label).toList()));
        // Most sources call options what people see
        if (field.options().stream().anyMatch(option -> !option.key().equals(option.label()))) {
            node.set(
                    "optionKeys",
                    Json.texts(field.options().stream().map(Option::key).toList()));
        }
        if (field.options().stream().anyMatch(option -> option.probability().isPresent())) {
            ArrayNode percents = node.putArray("probabilities");
            field.options().forEach(option -> percents.add(option.probability().orElse(NO_PROBABILITY)));
        }
        return node;
    }

    static Catalog read(String text) {
        JsonNode root = Json.own(text);
        List<ObjectDescription> objects = new ArrayList<>();
        for (JsonNode object : root.get("objects")) {
            List<FieldDescription> fields = new ArrayList<>();
            object.get("fields").forEach(field -> fields.add(field(field)));
            objects.add(new ObjectDescription(ObjectType.of(object.get("type").asText()), fields, ObjectTraits.SOURCE));
        }
        return new Catalog(root.get("account").asText(), objects, List.of());
    }

    private static FieldDescription field(JsonNode node) {
        FieldDescription.Builder field = FieldDescription.builder(
                        node.get("key").asText(),
                        FieldType.valueOf(node.get("type").asText()))
                .label(node.get("label").asText())
                .platformType(node.get("platformType").asText());
        if (node.get("custom").asBoolean()) {
            field.custom();
        }
        return field.options(options(node)).build();
    }

    private static List<Option> options(JsonNode node) {
        List<Option> options = new ArrayList<>();
        JsonNode keys = node.has("optionKeys") ? node.get("optionKeys") : node.get("options");
        for (JsonNode label : node.get("options")) {
            int number = options.size();
            Option option = Option.of(keys.get(number).asText(), label.asText());
            int percent = node.path("probabilities").path(number).asInt(NO_PROBABILITY);
            options.add(percent == NO_PROBABILITY ? option : option.withProbability(percent));
        }
        return options;
    }
}
