package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import java.util.ArrayList;
import java.util.List;

/** What the destination does in its own way, for these data. */
final class NotesSections {

    private NotesSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("What to know about " + evidence.destination());
        section.table(notes(evidence, "destinationNotes", evidence.destination()))
                .table(notes(evidence, "sourceNotes", evidence.source()));
        section.table(budget(evidence))
                .table(preflight(evidence))
                .table(PlanSections.losses(evidence))
                .table(choices(evidence));
        section.table(files(evidence));
        List<Section> sections = new ArrayList<>(List.of(section.build()));
        sections.addAll(CostSections.of(evidence));
        return sections;
    }

    /** Each thing to know, and how much of these data it is about. */
    private static Table notes(Evidence evidence, String notes, String platform) {
        Table.Builder table = Table.titled(
                "To know about " + platform, "What", "What follows", "In these data", "Allowed", "Written where");
        each(evidence.report("pair").path(notes)).forEach(note -> {
            long counted = Counted.of(evidence, note.path("counted").asText());
            boolean isLimited = note.path("limit").isNumber();
            long limit = note.path("limit").asLong();
            table.row(
                    note.path("title").asText(),
                    note.path("meaning").asText(),
                    counted < 0 ? "" : Words.number(counted) + (isLimited && counted > limit ? ", too many" : ""),
                    isLimited ? Words.number(limit) : "",
                    note.path("source").asText());
        });
        return table.build();
    }

    /** What a day gives, and how many days that makes. */
    private static Table budget(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Budget by day",
                "Allowance",
                "A day",
                "Run",
                "Days",
                "Verification",
                "Days",
                "Reserve for a rollback",
                "Days");
        each(evidence.report("pair").path("allowances"))
                .filter(allowance -> allowance.path("daily").asBoolean())
                .forEach(allowance -> each(evidence.forecast().path("costs"))
                        .filter(cost -> cost.path("allowance").equals(allowance.path("name")))
                        .forEach(cost -> {
                            long day = allowance.path("units").asLong();
                            table.row(
                                    cost.path("allowance").asText(),
                                    day,
                                    cost.path("run").asLong(),
                                    days(cost.path("run").asLong(), day),
                                    cost.path("verify").asLong(),
                                    days(cost.path("verify").asLong(), day),
                                    cost.path("rollback").asLong(),
                                    days(cost.path("rollback").asLong(), day));
                        }));
        return table.build();
    }

    private static long days(long units, long day) {
        return day == 0 ? 0 : (units + day - 1) / day;
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
