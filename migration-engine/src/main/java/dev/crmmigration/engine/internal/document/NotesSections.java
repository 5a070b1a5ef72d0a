package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import java.util.ArrayList;
import java.util.List;

/** What the destination does in its own way, for these data. */
final class NotesSections {

    private NotesSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("What to know about " + evidence.destination());
        List<String> automations = AutomationSections.names(evidence);
        if (!automations.isEmpty()) {
            section.text(Words.count(automations.size(), "automation")
                    + " are to be rebuilt: compare that with how many active automations the account's plan allows.");
        }
        section.table(preflight(evidence)).table(PlanSections.losses(evidence)).table(choices(evidence));
        section.table(files(evidence));
        List<Section> sections = new ArrayList<>(List.of(section.build()));
        sections.addAll(CostSections.of(evidence));
        return sections;
    }

    private static Table preflight(Evidence evidence) {
        Table.Builder table = Table.titled("What was found in the account", "Level", "Finding");
        each(evidence.report("prepare").path("preflight"))
                .forEach(finding -> table.row(
                        Words.plain(finding.path("level").asText()),
                        finding.path("message").asText()));
        return table.build();
    }

    private static Table choices(Evidence evidence) {
        Table.Builder table = Table.titled("What was decided about it", "Question", "Answer");
        each(evidence.forecast().path("choices"))
                .forEach(choice -> table.row(
                        choice.path("question").asText(), choice.path("answer").asText("open")));
        return table.build();
    }

    private static Table files(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Files against the storage of the account", "Object", "Files", "Bytes", "Largest taken", "Too large");
        each(evidence.forecast().path("files"))
                .forEach(file -> table.row(
                        file.path("object").asText(),
                        file.path("files").asLong(),
                        file.path("bytes").asLong(),
                        file.path("largest").isNumber()
                                ? Words.number(file.path("largest").asLong())
                                : "not known",
                        file.path("tooLarge").asLong()));
        return table.build();
    }
}
