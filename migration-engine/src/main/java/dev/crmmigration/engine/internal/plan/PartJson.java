package dev.crmmigration.engine.internal.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.catalog.SchemaKind;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.FieldMapping;
import dev.crmmigration.api.mapping.IfEdited;
import dev.crmmigration.api.mapping.IfMissing;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of a mapping row as they stand in the plan: every expression is one line of text. */
final class PartJson {

    private static final List<String> PROPERTIES = List.of(
            SchemaKind.TYPE,
            SchemaKind.OF_FIELD,
            SchemaKind.OF_PIPELINE,
            SchemaKind.OF_OPTION,
            SchemaKind.DEAL_PROBABILITY,
            SchemaKind.PROBABILITY);

    private PartJson() {}

    static ObjectNode write(MappingPart part) {
        return part.match(
                PartJson::records,
                PartJson::contribution,
                PartJson::resolution,
                PartJson::document,
                PartJson::exclusion);
    }

    private static ObjectNode records(MappingPart.Records part) {
        ObjectNode node = head("records", part);
        node.put("part", part.part()).put("to", part.to().name());
        part.derivedBy().ifPresent(key -> node.put("derivedBy", key.toString()));
        part.sameAs().ifPresent(key -> node.put("sameAs", key.toString()));
        node.set(
                "orderBy",
                Json.texts(part.orderBy().stream().map(Object::toString).toList()));
        node.set("fields", fields(part.fields()));
        node.set("schema", schema(part.schema()));
        return node;
    }

    private static ObjectNode contribution(MappingPart.Contribution part) {
        ObjectNode node = head("contribution", part);
        node.put("toMapping", part.toMapping())
                .put("toPart", part.toPart())
                .put("key", part.key().toString());
        node.set("fields", fields(part.fields()));
        node.set("schema", schema(part.schema()));
        return node;
    }

    private static ObjectNode resolution(MappingPart.Resolution part) {
        return head("resolution", part)
                .put("target", part.target())
                .put("email", part.email().toString());
    }

    private static ObjectNode document(MappingPart.Document part) {
        ObjectNode node = head("document", part).put("name", part.name()).put("about", part.about());
        ArrayNode columns = node.putArray("columns");
        part.columns()
                .forEach(column -> columns.addObject()
                        .put("heading", column.heading())
                        .put("value", column.value().toString()));
        return node;
    }

    private static ObjectNode exclusion(MappingPart.Exclusion part) {
        return head("exclusion", part).put("reason", part.reason());
    }

    private static ObjectNode head(String kind, MappingPart part) {
        return Json.object()
                .put("kind", kind)
                .put("from", part.from().name())
                .put("where", part.where().toString());
    }

    private static ArrayNode fields(List<FieldMapping> fields) {
        ArrayNode array = Json.array();
        for (FieldMapping field : fields) {
            ObjectNode node = array.addObject()
                    .put("target", field.target())
                    .put("value", field.value().toString());
            node.put("ifMissing", field.ifMissing().name());
            if (field.adds()) {
                node.put("adds", true);
            }
            field.ifEdited().ifPresent(decision -> node.put("ifEdited", decision.name()));
        }
        return array;
    }

    private static ArrayNode schema(List<SchemaElement> elements) {
        ArrayNode array = Json.array();
        elements.forEach(element -> array.add(write(element)));
        return array;
    }

    static ObjectNode write(SchemaElement element) {
        ObjectNode node = Json.object()
                .put("object", element.object().name())
                .put("kind", element.kind().name())
                .put("label", element.label());
        element.properties().forEach(node::put);
        if (!element.options().isEmpty()) {
            node.set("options", Json.texts(element.options()));
        }
        return node;
    }

    static MappingPart read(PlanNode node) {
        ObjectType from = ObjectType.of(node.text("from"));
        Expression where = node.expression("where");
        return switch (node.text("kind")) {
            case "records" ->
                new MappingPart.Records(
                        node.text("part"),
                        from,
                        ObjectType.of(node.text("to")),
                        where,
                        optional(node, "derivedBy"),
                        optional(node, "sameAs"),
                        node.list("orderBy").stream().map(PlanNode::expression).toList(),
                        fields(node),
                        schema(node));
            case "contribution" ->
                new MappingPart.Contribution(
                        node.text("toMapping"),
                        node.text("toPart"),
                        from,
                        where,
                        node.expression("key"),
                        fields(node),
                        schema(node));
            case "resolution" -> new MappingPart.Resolution(from, where, node.text("target"), node.expression("email"));
            case "document" ->
                new MappingPart.Document(
                        from,
                        where,
                        node.text("name"),
                        node.text("about"),
                        node.list("columns").stream()
                                .map(column -> new MappingPart.Document.Column(
                                        column.text("heading"), column.expression("value")))
                                .toList());
            case "exclusion" -> new MappingPart.Exclusion(from, where, node.text("reason"));
            default -> throw node.problem("kind", "must be records, contribution, resolution, document or exclusion");
        };
    }

    private static Optional<Expression> optional(PlanNode node, String name) {
        return node.has(name) ? Optional.of(node.expression(name)) : Optional.empty();
    }

    private static List<FieldMapping> fields(PlanNode node) {
        List<FieldMapping> fields = new ArrayList<>();
        for (PlanNode field : node.list("fields")) {
            fields.add(new FieldMapping(
                    field.text("target"),
                    field.expression("value"),
                    field.oneOf("ifMissing", IfMissing.class),
                    field.has("adds") && field.flag("adds"),
                    field.has("ifEdited") ? Optional.of(field.oneOf("ifEdited", IfEdited.class)) : Optional.empty()));
        }
        return fields;
    }

    private static List<SchemaElement> schema(PlanNode node) {
        List<SchemaElement> elements = new ArrayList<>();
        node.list("schema").forEach(element -> elements.add(element(element)));
        return elements;
    }

    static SchemaElement element(PlanNode node) {
        Map<String, String> properties = new TreeMap<>();
        for (String name : PROPERTIES) {
            if (node.has(name)) {
                properties.put(name, node.text(name));
            }
        }
        List<String> options = node.has("options")
                ? node.list("options").stream().map(PlanNode::text).toList()
                : List.of();
        return new SchemaElement(
                ObjectType.of(node.text("object")),
                node.oneOf("kind", SchemaKind.class),
                node.text("label"),
                properties,
                options);
    }
}
