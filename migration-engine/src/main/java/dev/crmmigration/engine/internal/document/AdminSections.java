package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the destination must have, by its exact name. */
final class AdminSections {

    private AdminSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode prepared = evidence.report("prepare");
        Section.Builder section = Section.titled("What an admin creates or checks");
        section.text(
                "Names, types and options must be written exactly as here. What the migration may create itself, it"
                        + " creates in the step prepare; whatever has an instruction needs a person.");
        section.table(instructions(prepared)).table(preflight(prepared));
        section.table(PlanSections.pipelines(evidence)).table(schema(evidence.forecast()));
        section.table(OwnerSections.missing(evidence));
        return List.of(section.build());
    }

    private static Table instructions(JsonNode prepared) {
        Table.Builder table = Table.titled("For a person", "Object", "Kind", "Name", "Instruction", "Done");
        each(prepared.path("schema"))
                .filter(element -> !element.path("instruction").asText().isEmpty())
                .forEach(element -> table.row(
                        element.path("object").asText(),
                        Words.plain(element.path("kind").asText()),
                        element.path("label").asText(),
                        element.path("instruction").asText(),
                        "[ ]"));
        return table.build();
    }

    private static Table preflight(JsonNode prepared) {
        Table.Builder table = Table.titled("What was found in the account", "Level", "Finding");
        each(prepared.path("preflight"))
                .forEach(finding -> table.row(
                        Words.plain(finding.path("level").asText()),
                        finding.path("message").asText()));
        return table.build();
    }

    static Table schema(JsonNode forecast) {
        Table.Builder table = Table.titled(
                "Fields, options and types that the destination must have",
                "Object",
                "Kind",
                "Name",
                "Properties",
                "There");
        each(forecast.path("schema"))
                .forEach(element -> table.row(
                        element.path("object").asText(),
                        Words.plain(element.path("kind").asText()),
                        element.path("label").asText(),
                        properties(element.path("properties")),
                        element.path("exists").asBoolean() ? "yes" : "to be created"));
        return table.build();
    }

    private static String properties(JsonNode properties) {
        List<String> texts = new ArrayList<>();
        properties
                .properties()
                .forEach(entry ->
                        texts.add(entry.getKey() + " " + entry.getValue().asText()));
        return String.join(", ", texts);
    }
}
