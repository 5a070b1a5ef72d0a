package dev.crmmigration.connector.kartra.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.testkit.simulator.Json;
import dev.crmmigration.testkit.simulator.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Wraps answers in one of the ways in which Kartra does. The status is always 200, and the media type says little. */
final class Envelopes {

    private static final List<String> WAYS = List.of("top", "command", "actions");

    private final String way;

    /** @param way one of these, or {@code varied} */
    Envelopes(String way) {
        this.way = way;
    }

    /**
     * Wraps the answers of one call.
     *
     * @param answers by command, in their order; several always stand in a list
     * @param key what was asked for, by which the way varies
     */
    Reply wrap(List<Map.Entry<String, ObjectNode>> answers, String key) {
        int turn = Math.floorMod(key.hashCode(), 12);
        String chosen = way.equals("varied") ? WAYS.get(turn % WAYS.size()) : way;
        boolean isOdd = way.equals("varied") && turn >= 6;
        ObjectNode body = answers.size() > 1 || chosen.equals("actions")
                ? listed(answers, isOdd)
                : wrapped(answers.get(0), chosen.equals("command"), isOdd);
        return isOdd ? Reply.html(200, body.toString()) : Reply.json(200, body);
    }

    private static ObjectNode wrapped(Map.Entry<String, ObjectNode> answer, boolean underCommand, boolean isOdd) {
        ObjectNode content = encoded(answer.getValue(), isOdd);
        if (!underCommand) {
            return content;
        }
        ObjectNode body = Json.object();
        body.set(answer.getKey(), content);
        body.set("status", content.get("status"));
        return body;
    }

    private static ObjectNode listed(List<Map.Entry<String, ObjectNode>> answers, boolean isOdd) {
        ObjectNode body = Json.object();
        ArrayNode actions = body.putArray("actions");
        answers.forEach(answer -> actions.addObject().set(answer.getKey(), encoded(answer.getValue(), isOdd)));
        return body;
    }

    /** Some results are text that holds JSON. */
    private static ObjectNode encoded(ObjectNode answer, boolean isOdd) {
        ObjectNode copy = answer.deepCopy();
        if (isOdd && copy.has("lead_details")) {
            copy.put("lead_details", copy.get("lead_details").toString());
        }
        if (isOdd) {
            copy.put("status", copy.path("status").asText().toLowerCase(Locale.ROOT));
        }
        return copy;
    }
}
