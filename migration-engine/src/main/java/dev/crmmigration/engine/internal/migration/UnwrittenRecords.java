package dev.crmmigration.engine.internal.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.ExpressionSyntaxException;
import dev.crmmigration.api.record.CrmRecord;
import dev.crmmigration.api.record.EffectId;
import dev.crmmigration.engine.internal.expression.Lineage;
import dev.crmmigration.engine.internal.journal.EffectCounts;
import dev.crmmigration.engine.internal.journal.EffectCounts.Ended;
import dev.crmmigration.engine.internal.journal.EffectState;
import dev.crmmigration.engine.internal.report.Json;
import dev.crmmigration.engine.internal.value.ValueText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the records that wait or were refused, with what the source says of them; the journal is asked, no platform. */
final class UnwrittenRecords {

    private static final int PAGE = 1000;
    /** More than a person looks through, and more than a page in a browser should hold. */
    private static final int MOST = 20_000;

    /** So many are shown field by field. */
    private static final int WITH_FIELDS = 300;

    private final MigrationSession session;
    private final JsonNode plan;

    UnwrittenRecords(MigrationSession session) {
        this.session = session;
        this.plan = session.workspace().plan().map(UnwrittenRecords::parsed).orElseGet(MissingNode::getInstance);
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    String json() {
        ObjectNode root = Json.object();
        ArrayNode records = root.putArray("records");
        for (EffectState state : List.of(EffectState.FAILED, EffectState.HELD)) {
            add(state, records);
        }
        return Json.compact(root);
    }

    private void add(EffectState state, ArrayNode records) {
        EffectCounts counts = new EffectCounts(session.effects());
        List<Ended> page = counts.ended(state, 0, PAGE);
        while (!page.isEmpty() && records.size() < MOST) {
            page.forEach(ended -> records.add(record(ended, state, records.size() < WITH_FIELDS)));
            page = counts.ended(state, page.get(page.size() - 1).number(), PAGE);
        }
    }

    private ObjectNode record(Ended ended, EffectState state, boolean isWithFields) {
        ObjectNode record = Json.object()
                .put("effect", ended.effect().toString())
                .put("source", ended.effect().source().toString())
                .put("state", state.name())
                .put("reason", ended.reason())
                .put("detail", ended.detail());
        record.set("fields", isWithFields ? fields(ended) : Json.array());
        return record;
    }

    private ArrayNode fields(Ended ended) {
        ArrayNode fields = Json.array();
        Optional<CrmRecord> source = session.effects()
                .byNumber(ended.number())
                .flatMap(effect -> session.snapshot().record(effect.origin()));
        source.ifPresent(record -> part(ended.effect()).path("fields").forEach(field -> {
            ObjectNode node = field(field, record);
            if (!node.path("source").isEmpty()) {
                fields.add(node);
            }
        }));
        return fields;
    }

    private JsonNode part(EffectId effect) {
        for (JsonNode mapping : plan.path("mappings")) {
            for (JsonNode part : mapping.path("parts")) {
                if (mapping.path("name").asText().equals(effect.mapping())
                        && part.path("part").asText().equals(effect.part())) {
                    return part;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static ObjectNode field(JsonNode field, CrmRecord record) {
        String expression = field.path("value").asText();
        ObjectNode node = Json.object()
                .put("field", field.path("target").asText())
                .put("expression", expression)
                .put("verdict", "NOT_WRITTEN")
                .put("loss", "");
        ObjectNode values = node.putObject("source");
        read(expression).forEach(name -> record.value(name).ifPresent(value -> values.put(name, ValueText.of(value))));
        return node;
    }

    private static Set<String> read(String expression) {
        try {
            return Lineage.of(Expression.parse(expression));
        } catch (ExpressionSyntaxException e) {
            return Set.of();
        }
    }
}
