package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What was decided, and how every field is made. */
final class PlanSections {

    private PlanSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode forecast = evidence.forecast();
        Section.Builder section = Section.titled("The plan");
        if (forecast.isMissingNode()) {
            return List.of();
        }
        section.text(forecast.path("headline").asText() + ". Fingerprint "
                + forecast.path("fingerprint").asText() + "; "
                + (forecast.path("approved").asBoolean() ? "approved." : "not approved when it was checked last."));
        section.table(questions(evidence))
                .table(grade(forecast))
                .table(mappings(forecast))
                .table(losses(evidence));
        section.table(choices(forecast)).table(pipelines(evidence)).table(valueMaps(evidence));
        section.table(FieldMappingSections.fields(evidence));
        section.table(AdminSections.schema(forecast)).table(unmapped(forecast));
        return List.of(section.build());
    }

    private static Table questions(Evidence evidence) {
        Table.Builder table = Table.titled("Open questions", "Where", "Question");
        each(evidence.forecast().path("questions"))
                .forEach(question -> table.row(
                        question.path("where").asText(),
                        evidence.discretion().value(question.path("question").asText())));
        return table.build();
    }

    private static Table grade(JsonNode forecast) {
        JsonNode grade = forecast.path("grade");
        Table.Builder table = Table.titled(
                "How hard it is: " + grade.path("overall").asText() + ", on a scale from A to D",
                "Side",
                "Grade",
                "Because");
        each(grade.path("lines"))
                .forEach(line -> table.row(
                        line.path("name").asText(),
                        line.path("grade").asText(),
                        line.path("reason").asText()));
        return table.build();
    }

    private static Table mappings(JsonNode forecast) {
        Table.Builder table =
                Table.titled("Mappings", "Row", "Mapping", "From and to", "Fidelity", "Records", "Duplicates");
        each(forecast.path("mappings"))
                .forEach(mapping -> table.row(
                        mapping.path("row").asLong(),
                        mapping.path("name").asText(),
                        mapping.path("title").asText(),
                        fidelity(mapping.path("fidelity").asText()),
                        mapping.path("effects").asLong(),
                        mapping.path("duplicates").asLong()));
        return table.build();
    }

    static String fidelity(String code) {
        return code.equals("ONE_TO_ONE") ? "1:1" : Words.plain(code);
    }

    /** Returns what is lost whatever the data are, and which values lose something. */
    static Table losses(Evidence evidence) {
        Table.Builder table = Table.titled("Declared losses and what takes their place", "Mapping", "What", "Records");
        each(evidence.forecast().path("mappings"))
                .forEach(mapping -> texts(mapping.path("losses"))
                        .forEach(loss -> table.row(mapping.path("name").asText(), loss, "all")));
        each(evidence.forecast().path("losses"))
                .forEach(loss -> table.row(
                        loss.path("mapping").asText(),
                        loss.path("field").asText() + ": " + loss.path("loss").asText(),
                        loss.path("records").asLong()));
        return table.build();
    }

    private static Table choices(JsonNode forecast) {
        Table.Builder table = Table.titled("Decisions", "Choice", "Question", "Answer");
        each(forecast.path("choices"))
                .forEach(choice -> table.row(
                        choice.path("name").asText(),
                        choice.path("question").asText(),
                        choice.path("answer").asText("open")));
        return table.build();
    }

    /** Returns a line for each stage, in the order in which they are made. */
    static Table pipelines(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Pipelines and their stages, in order",
                "Object",
                "Pipeline",
                "Stage",
                "Probability",
                "Values of the source",
                "Records",
                "Of them",
                "There");
        each(evidence.forecast().path("pipelines"))
                .forEach(pipeline -> each(pipeline.path("stages"))
                        .forEach(stage -> table.row(
                                pipeline.path("object").asText(),
                                pipeline.path("name").asText(),
                                stage.path("name").asText(),
                                probability(pipeline, stage),
                                evidence.discretion().value(String.join(", ", texts(stage.path("values")))),
                                stage.path("records").asLong(),
                                statuses(stage.path("statuses")),
                                stage.path("exists").asBoolean() ? "yes" : "to be created")));
        return table.build();
    }

    private static String probability(JsonNode pipeline, JsonNode stage) {
        if (stage.path("probability").isNumber()) {
            return stage.path("probability").asInt() + " %";
        }
        return pipeline.path("probability").asBoolean() ? "each record's own" : "";
    }

    private static String statuses(JsonNode statuses) {
        return statuses.properties().stream()
                .map(entry -> entry.getValue().asLong() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    static Table valueMaps(Evidence evidence) {
        Table.Builder table = Table.titled("Value maps", "Value map", "Value", "Becomes", "Records");
        each(evidence.forecast().path("valueMaps"))
                .forEach(map -> each(map.path("values"))
                        .forEach(value -> table.row(
                                map.path("name").asText(),
                                evidence.discretion().value(value.path("value").asText()),
                                becomes(value.path("becomes"), evidence),
                                value.path("occurrences").asLong())));
        return table.build();
    }

    private static String becomes(JsonNode becomes, Evidence evidence) {
        if (becomes.isNull()) {
            return "open question";
        }
        return becomes.asText().isEmpty() ? "left out" : evidence.discretion().value(becomes.asText());
    }

    static Table unmapped(JsonNode forecast) {
        Table.Builder table = Table.titled("Fields that no mapping reads", "Object", "Field", "Records with a value");
        each(forecast.path("unmapped"))
                .forEach(field -> table.row(
                        field.path("object").asText(),
                        field.path("field").asText(),
                        field.path("filled").asLong()));
        return table.build();
    }
}
