package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.api.mapping.Expression;
import dev.crmmigration.api.mapping.ExpressionSyntaxException;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.engine.internal.expression.Lineage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line for each field: from where, how, to where, and what is lost. */
final class FieldMappingSections {

    private static final Pattern VALUE_MAP = Pattern.compile("map\\(\"([^\"]+)\"");

    private FieldMappingSections() {}

    static List<Section> of(Evidence evidence) {
        return List.of(Section.titled("Fields")
                .table(fields(evidence))
                .table(PlanSections.unmapped(evidence.forecast()))
                .build());
    }

    static Table fields(Evidence evidence) {
        Fields source = Fields.ofSource(evidence);
        Fields destination = Fields.ofDestination(evidence);
        Map<String, String> objects = objects(evidence);
        Table.Builder table = Table.titled(
                "How every field is made",
                "Mapping",
                "Source object",
                "Source fields",
                "Source type",
                "Filled",
                "Destination object",
                "Destination field",
                "Destination type",
                "Expression",
                "Value map",
                "Loss");
        each(evidence.plan().path("mappings"))
                .forEach(mapping -> each(mapping.path("parts")).forEach(part -> {
                    String from = part.path("from").asText();
                    String to = part.has("to")
                            ? part.path("to").asText()
                            : objects.getOrDefault(part.path("toMapping").asText(), "");
                    each(part.path("fields")).forEach(field -> {
                        String target = field.path("target").asText();
                        String expression = field.path("value").asText();
                        Set<String> read = read(expression, from);
                        table.row(
                                mapping.path("name").asText(),
                                from,
                                names(read, from),
                                source.types(read),
                                source.filled(read),
                                to,
                                destination.label(to + "." + target),
                                destination.types(Set.of(to + "." + target)),
                                expression,
                                valueMaps(expression),
                                loss(mapping, target));
                    });
                }));
        return table.build();
    }

    /** Returns the object that every mapping writes. */
    private static Map<String, String> objects(Evidence evidence) {
        Map<String, String> objects = new HashMap<>();
        each(evidence.plan().path("mappings"))
                .forEach(mapping -> each(mapping.path("parts"))
                        .filter(part -> part.has("to"))
                        .forEach(part -> objects.putIfAbsent(
                                mapping.path("name").asText(), part.path("to").asText())));
        return objects;
    }

    private static Set<String> read(String expression, String from) {
        try {
            return Lineage.of(Expression.parse(expression), ObjectType.of(from));
        } catch (ExpressionSyntaxException e) {
            return Set.of();
        }
    }

    /** The record's own fields go without the name of their object. */
    private static String names(Set<String> read, String from) {
        return read.stream()
                .map(name -> name.startsWith(from + ".") ? name.substring(from.length() + 1) : name)
                .collect(Collectors.joining(", "));
    }

    private static String valueMaps(String expression) {
        return VALUE_MAP
                .matcher(expression)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String loss(JsonNode mapping, String target) {
        return each(mapping.path("losses"))
                .filter(loss -> loss.path("field").asText().equals(target))
                .map(loss -> loss.path("reason").asText() + "; instead: "
                        + loss.path("substitute").asText())
                .collect(Collectors.joining("; "));
    }
}
