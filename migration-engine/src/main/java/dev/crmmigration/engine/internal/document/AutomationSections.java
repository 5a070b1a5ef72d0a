package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.automation.AutomationInventory;
import dev.crmmigration.engine.internal.report.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs by itself at the source and has to be built anew. */
final class AutomationSections {

    /** Kinds that are made of steps one after the other. */
    private static final String CADENCE = ".*(sequence|drip|campaign|follow).*";

    private AutomationSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Automations");
        List<JsonNode> rows = rows(evidence);
        if (rows.isEmpty()) {
            section.text(
                    "The source names no automation, sequence or workflow. If there are any, write them down in the"
                            + " questionnaire: migrate report automation-questionnaire.");
            return List.of(section.build());
        }
        long untold =
                rows.stream().filter(row -> !row.path("isTold").asBoolean()).count();
        section.text(
                "No platform lets automations be moved. Each is built anew by a person; nothing of it is in scope of"
                        + " the migration."
                        + (untold == 0
                                ? ""
                                : " Of " + Words.count(untold, "automation")
                                        + " trigger, conditions or actions are not known: fill in the questionnaire (migrate report"
                                        + " automation-questionnaire --format csv), and put it as automations.csv into the folder of the"
                                        + " workspace."));
        Table.Builder table = Table.titled(
                "To be rebuilt",
                "Name",
                "Kind",
                "Trigger",
                "Conditions",
                "Actions",
                "From",
                "At the destination",
                "Done");
        rows.forEach(row -> table.row(
                row.path("name").asText(),
                Stream.of("kind", "status")
                        .map(name -> row.path(name).asText())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", ")),
                row.path("trigger").asText(),
                row.path("conditions").asText(),
                row.path("actions").asText(),
                row.path("origin").asText(),
                equivalent(row, evidence),
                "[ ]"));
        return List.of(section.table(table.build())
                .table(cadence(rows))
                .table(sources(evidence))
                .build());
    }

    private static String equivalent(JsonNode row, Evidence evidence) {
        String known = row.path("equivalent").asText("");
        return known.isEmpty()
                ? "an automation of " + evidence.destination() + ", when it is known what it does"
                : known;
    }

    /** Sequences step by step: what comes when is what people rebuild. */
    private static Table cadence(List<JsonNode> rows) {
        Table.Builder table = Table.titled("Sequences, step by step", "Sequence", "Step", "What");
        rows.stream()
                .filter(row -> row.path("kind").asText().matches(CADENCE))
                .filter(row -> !row.path("actions").asText().equals(AutomationInventory.UNKNOWN))
                .forEach(row -> {
                    int number = 0;
                    for (String step : row.path("actions").asText().split("; | -> ")) {
                        number++;
                        table.row(row.path("name").asText(), number, step);
                    }
                });
        return table.build();
    }

    private static Table sources(Evidence evidence) {
        Table.Builder table = Table.titled("Where the equivalents are described", "Page");
        each(evidence.report("automations").path("sources")).forEach(page -> table.row(page.asText()));
        return table.build();
    }

    /** Returns forms to fill in, one for each automation. */
    static List<Section> questionnaire(Evidence evidence) {
        Section.Builder section = Section.titled("What does each do?");
        section.text(
                "One line for each automation, sequence and workflow. What starts it? What must hold? What does it do,"
                        + " step by step, with delays? Add those that are missing. As CSV this is the file automations.csv that the"
                        + " workspace takes.");
        Table.Builder table = Table.titled("Automations", "Name", "Kind", "Status", "Trigger", "Conditions", "Actions");
        List<JsonNode> rows = rows(evidence);
        rows.forEach(row -> table.row(
                row.path("name").asText(),
                row.path("kind").asText(),
                row.path("status").asText(),
                known(row.path("trigger")),
                known(row.path("conditions")),
                known(row.path("actions"))));
        if (rows.isEmpty()) {
            table.row("", "", "", "", "", "");
        }
        return List.of(section.table(table.build()).build());
    }

    private static String known(JsonNode text) {
        return text.asText().equals(AutomationInventory.UNKNOWN) ? "" : text.asText();
    }

    /** Returns what was put together; of a workspace of an earlier version the names alone. */
    private static List<JsonNode> rows(Evidence evidence) {
        JsonNode inventory = evidence.report("automations");
        if (!inventory.isMissingNode()) {
            return each(inventory.path("rows")).toList();
        }
        List<JsonNode> rows = new ArrayList<>();
        names(evidence).forEach(name -> rows.add(named(name)));
        return rows;
    }

    private static JsonNode named(String name) {
        return Json.object()
                .put("name", name)
                .put("kind", "")
                .put("status", "")
                .put("trigger", AutomationInventory.UNKNOWN)
                .put("conditions", AutomationInventory.UNKNOWN)
                .put("actions", AutomationInventory.UNKNOWN)
                .put("origin", "source");
    }

    static int count(Evidence evidence) {
        return rows(evidence).size();
    }

    static List<String> names(Evidence evidence) {
        JsonNode planned = evidence.forecast().path("automations");
        return texts(planned.isEmpty() ? evidence.profile().path("automations") : planned);
    }
}
