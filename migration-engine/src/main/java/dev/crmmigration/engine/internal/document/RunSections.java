package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the run and the delta did. */
final class RunSections {

    private RunSections() {}

    static List<Section> of(Evidence evidence) {
        List<Section> sections = new ArrayList<>();
        if (!evidence.run().isMissingNode()) {
            sections.add(section("The run", evidence.run(), evidence));
        }
        if (!evidence.delta().path("mappings").isEmpty()) {
            sections.add(section("The delta", evidence.delta(), evidence));
        }
        return sections;
    }

    private static Section section(String title, JsonNode report, Evidence evidence) {
        JsonNode mappings = report.path("mappings");
        return Section.titled(title)
                .bars(Outcomes.chart(mappings))
                .table(Outcomes.table("Records by mapping", mappings))
                .table(reasons("Waiting, by reason", report.path("held")))
                .table(reasons("Refused, by reason", report.path("failed")))
                .table(edits(report, evidence))
                .list("Gone at the source, to be decided about", gone(report, evidence))
                .table(breaches(report, evidence))
                .build();
    }

    static Table reasons(String title, JsonNode reasons) {
        Table.Builder table = Table.titled(title, "Mapping", "Reason", "Records", "What helps");
        each(reasons)
                .forEach(reason -> table.row(
                        reason.path("mapping").asText(),
                        reason.path("reason").asText(),
                        reason.path("effects").asLong(),
                        Remedies.of(reason.path("reason").asText())));
        return table.build();
    }

    private static Table edits(JsonNode report, Evidence evidence) {
        Table.Builder table = Table.titled(
                "Changed by the source and edited by people as well", "Source", "Destination", "Field", "Decision");
        each(report.path("edits"))
                .forEach(edit -> table.row(
                        evidence.discretion().record(edit.path("effect").asText()),
                        edit.path("record").asText(),
                        edit.path("field").asText(),
                        decision(edit.path("decision").asText())));
        return table.build();
    }

    private static String decision(String code) {
        return switch (code) {
            case "TAKE" -> "the edit was written over";
            case "KEEP" -> "the edit stays";
            case "FLAG" -> "the edit stays until somebody decides";
            default -> "the platform does not let it be changed";
        };
    }

    private static List<String> gone(JsonNode report, Evidence evidence) {
        return texts(report.path("gone")).stream()
                .map(evidence.discretion()::record)
                .toList();
    }

    private static Table breaches(JsonNode report, Evidence evidence) {
        Table.Builder table = Table.titled("Changed at the source after the freeze", "Record", "At");
        each(report.path("breaches"))
                .forEach(breach -> table.row(
                        evidence.discretion().record(breach.path("record").asText()),
                        Words.moment(breach.path("at").asText())));
        return table.build();
    }
}
