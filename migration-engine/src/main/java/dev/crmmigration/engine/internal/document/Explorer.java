package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.engine.internal.report.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records to look through: from the value in the source through the expression to the value at the destination. */
final class Explorer {

    static final String TITLE = "Records, field by field";

    private Explorer() {}

    static String html(int number, String records) {
        return """
                <section class="part" aria-labelledby="s%d">
                <h2 id="s%d">%s</h2>
                <p>Records of the sample, of spot checks, and those that wait or were refused: what the source says, what the plan makes of it, what was written, and what the destination returned.</p>
                <noscript><p class="notice">Looking through the records needs JavaScript. Nothing is fetched by it.</p></noscript>
                <form id="find" role="search" aria-label="Records">
                <p><label for="find-text">Search for any value, field or record</label><input id="find-text" type="search" autocomplete="off" spellcheck="false"></p>
                <p><label for="find-mapping">Mapping</label><select id="find-mapping"><option value="">all</option></select></p>
                <p><label for="find-state">State</label><select id="find-state"><option value="">all</option></select></p>
                <p><label for="find-verdict">Fields</label><select id="find-verdict"><option value="">all</option></select></p>
                </form>
                <p id="found" role="status" class="count"></p>
                <div id="records"></div>
                <p><button id="more" type="button" hidden>Show more</button></p>
                <script type="application/json" id="data">%s</script>
                </section>
                """.formatted(number, number, TITLE, records);
    }

    /** Returns the records as the page's script reads them, without saying an expression twice. */
    static String records(Evidence evidence, List<String> reports) {
        Map<String, Integer> expressions = new LinkedHashMap<>();
        ArrayNode records = Json.array();
        Set<String> seen = new HashSet<>();
        for (String name : reports) {
            each(evidence.report(name).path("records"))
                    .filter(record -> seen.add(record.path("effect").asText()))
                    .forEach(record -> records.add(record(record, name, evidence.discretion(), expressions)));
        }
        ObjectNode data = Json.object();
        data.set("expressions", Json.texts(expressions.keySet()));
        data.set("records", records);
        return Html.inScript(Json.compact(data));
    }

    private static ObjectNode record(
            JsonNode record, String origin, Discretion discretion, Map<String, Integer> expressions) {
        ObjectNode node = Json.object();
        String effect = record.path("effect").asText();
        node.put("mapping", effect.split("/", 2)[0]);
        node.put("source", discretion.record(record.path("source").asText()));
        node.put("record", record.path("record").asText(""));
        node.put("state", record.path("state").asText());
        node.put("reason", record.path("reason").asText());
        node.put("detail", discretion.value(record.path("detail").asText()));
        node.put(
                "help",
                record.path("reason").asText().isEmpty()
                        ? ""
                        : Remedies.of(record.path("reason").asText()));
        node.put("from", origin.equals("sample") ? "sample" : origin.equals("spotcheck") ? "spot check" : "run");
        ArrayNode fields = node.putArray("fields");
        each(record.path("fields")).forEach(field -> fields.add(field(field, discretion, expressions)));
        return node;
    }

    private static ArrayNode field(JsonNode field, Discretion discretion, Map<String, Integer> expressions) {
        ArrayNode source = Json.array();
        field.path("source")
                .properties()
                .forEach(entry -> source.add(Json.array()
                        .add(entry.getKey())
                        .add(discretion.value(entry.getValue().asText()))));
        String expression = field.path("expression").asText();
        int place = expressions.computeIfAbsent(expression, key -> expressions.size());
        return Json.array()
                .add(field.path("field").asText())
                .add(place)
                .add(source)
                .add(text(field.path("sent"), discretion))
                .add(text(field.path("found"), discretion))
                .add(field.path("verdict").asText())
                .add(field.path("loss").asText());
    }

    private static JsonNode text(JsonNode value, Discretion discretion) {
        return value.isTextual()
                ? Json.array().textNode(discretion.value(value.asText()))
                : Json.array().nullNode();
    }
}
