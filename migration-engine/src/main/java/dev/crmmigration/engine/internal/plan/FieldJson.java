package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.engine.internal.plan.FieldEntry.FieldEvidence;
import dev.crmmigration.engine.internal.report.Json;
import java.util.List;
import java.util.Optional;

/** The fields that no row reads, as they stand in the plan. */
final class FieldJson {

    private static final String DECISION = "decision";
    private static final String TARGET = "target";

    private FieldJson() {}

    static ObjectNode write(FieldEntry entry) {
        ObjectNode node = Json.object()
                .put("object", entry.object())
                .put("field", entry.field())
                .put("label", entry.label())
                .put("type", entry.type().name())
                .put("row", entry.row())
                .put("part", entry.part())
                .put(DECISION, entry.decision().map(Enum::name).orElse(null))
                .put(TARGET, entry.target());
        if (!entry.options().isEmpty()) {
            node.set("options", Json.texts(entry.options()));
        }
        entry.evidence().ifPresent(evidence -> node.set("proposal", write(evidence)));
        return node;
    }

    private static ObjectNode write(FieldEvidence evidence) {
        ObjectNode node = Json.object()
                .put(DECISION, evidence.decision().map(Enum::name).orElse(null))
                .put(TARGET, evidence.target())
                .put("tier", evidence.tier())
                .put("confidence", evidence.confidence());
        node.set("reasons", Json.texts(evidence.reasons()));
        node.set("rivals", Json.texts(evidence.rivals()));
        if (!evidence.advice().isEmpty()) {
            node.set("advice", Json.texts(evidence.advice()));
        }
        return node;
    }

    static FieldEntry read(PlanNode node) {
        Optional<FieldDecision> decision = decision(node);
        String target = text(node, TARGET);
        if (target.isBlank()
                && decision.filter(made -> made != FieldDecision.SKIP).isPresent()) {
            throw node.problem(TARGET, "must name the field of the destination");
        }
        return new FieldEntry(
                node.text("object"),
                node.text("field"),
                node.text("label"),
                node.oneOf("type", FieldType.class),
                node.text("row"),
                node.text("part"),
                decision,
                target,
                texts(node, "options"),
                node.has("proposal") ? Optional.of(evidence(node.child("proposal"))) : Optional.empty());
    }

    private static FieldEvidence evidence(PlanNode node) {
        return new FieldEvidence(
                decision(node),
                text(node, TARGET),
                node.text("tier"),
                node.text("confidence"),
                texts(node, "reasons"),
                texts(node, "rivals"),
                texts(node, "advice"));
    }

    private static Optional<FieldDecision> decision(PlanNode node) {
        return node.has(DECISION) ? Optional.of(node.oneOf(DECISION, FieldDecision.class)) : Optional.empty();
    }

    private static String text(PlanNode node, String name) {
        return node.has(name) ? node.text(name) : "";
    }

    private static List<String> texts(PlanNode node, String name) {
        return node.has(name) ? node.list(name).stream().map(PlanNode::text).toList() : List.of();
    }
}
