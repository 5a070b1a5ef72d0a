package dev.crmmigration.connector.freshsales.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.crmmigration.testkit.simulator.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the values of a field with choices over; what happens to an unknown one, and how several are written, are switches. */
final class Choices {

    private final FreshsalesSettings settings;
    private final ObjectNode field;
    private final Problems problems;

    Choices(FreshsalesSettings settings, ObjectNode field, Problems problems) {
        this.settings = settings;
        this.field = field;
        this.problems = problems;
    }

    Optional<JsonNode> one(JsonNode value) {
        return isChoice(value.asText()) ? Optional.of(TextNode.valueOf(value.asText())) : unknown();
    }

    Optional<JsonNode> several(JsonNode value) {
        boolean isArray = settings.is(Switch.MULTI_SELECT, "array");
        if (value.isArray() != isArray) {
            return unknown();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(part -> texts.add(part.asText()));
        } else {
            texts.addAll(List.of(value.asText().split(";", -1)));
        }
        if (!texts.stream().allMatch(this::isChoice)) {
            return unknown();
        }
        if (!isArray) {
            return Optional.of(TextNode.valueOf(String.join(";", texts)));
        }
        ArrayNode taken = Json.MAPPER.createArrayNode();
        texts.forEach(taken::add);
        return Optional.of(taken);
    }

    private boolean isChoice(String text) {
        for (JsonNode choice : field.path("choices")) {
            if (choice.path("value").asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> unknown() {
        switch (settings.answer(Switch.UNKNOWN_CHOICE)) {
            case "null" -> {
                return Optional.of(NullNode.instance);
            }
            case "ignore" -> {
                return Optional.empty();
            }
            default -> {
                problems.add(Message.NO_CHOICE, Values.label(field));
                return Optional.empty();
            }
        }
    }
}
