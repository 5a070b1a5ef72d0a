package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.Block.Figure;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;

/** What was mended, put aside and found to be double. */
final class CleaningSections {

    private CleaningSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode profile = evidence.profile();
        Section.Builder section = Section.titled("Cleaning");
        if (profile.isMissingNode()) {
            return List.of(section.text("Nothing has been extracted yet.").build());
        }
        section.figures(figures(profile));
        section.table(files(profile))
                .table(repairs(profile))
                .table(quarantine(profile))
                .table(duplicates(evidence));
        section.table(excluded(evidence)).table(holds(evidence));
        return List.of(section.build());
    }

    private static List<Figure> figures(JsonNode profile) {
        long quarantined = profile.path("quarantined").asLong();
        return List.of(
                new Figure("rows put aside", Words.number(quarantined), quarantined == 0 ? Tone.GOOD : Tone.WAITS),
                new Figure("repairs", Words.number(Outcomes.sum(profile.path("repairs"), "repairs")), Tone.PLAIN),
                new Figure(
                        "records without e-mail",
                        Words.number(Outcomes.sum(profile.path("objects"), "withoutEmail")),
                        Tone.PLAIN),
                new Figure(
                        "duplicates by e-mail",
                        Words.number(Outcomes.sum(profile.path("objects"), "duplicatesByEmail")),
                        Tone.PLAIN));
    }

    private static Table files(JsonNode profile) {
        Table.Builder table = Table.titled(
                "Files read: every row is accounted for",
                "Object",
                "File",
                "Rows",
                "Records",
                "Replaced by a later row",
                "Put aside",
                "Closes");
        each(profile.path("files"))
                .forEach(file -> table.row(
                        file.path("object").asText(),
                        file.path("file").asText(),
                        file.path("rows").asLong(),
                        file.path("records").asLong(),
                        file.path("superseded").asLong(),
                        file.path("quarantined").asLong(),
                        file.path("closes").asBoolean() ? "yes" : "NO"));
        return table.build();
    }

    private static Table repairs(JsonNode profile) {
        Table.Builder table = Table.titled("What was mended", "Object", "File", "Field", "Rule", "Times");
        each(profile.path("repairs"))
                .forEach(repair -> table.row(
                        repair.path("object").asText(),
                        repair.path("file").asText(),
                        repair.path("field").asText(),
                        repair.path("rule").asText(),
                        repair.path("repairs").asLong()));
        return table.build();
    }

    private static Table quarantine(JsonNode profile) {
        Table.Builder table =
                Table.titled("Rows that were put aside, the first hundred", "Object", "File", "Line", "Column", "Why");
        each(profile.path("quarantine"))
                .forEach(row -> table.row(
                        row.path("object").asText(),
                        row.path("file").asText(),
                        row.path("line").asLong(),
                        row.path("column").asText(),
                        row.path("rule").asText()));
        return table.build();
    }

    private static Table duplicates(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Records that are one and the same with another one", "Mapping", "Records kept", "Joined into them");
        each(evidence.forecast().path("mappings"))
                .filter(mapping -> mapping.path("duplicates").asLong() > 0)
                .forEach(mapping -> table.row(
                        mapping.path("name").asText(),
                        mapping.path("effects").asLong(),
                        mapping.path("duplicates").asLong()));
        return table.build();
    }

    private static Table excluded(Evidence evidence) {
        Table.Builder table = Table.titled("Left out on purpose", "Object", "Reason", "Records");
        each(evidence.forecast().path("excluded"))
                .forEach(excluded -> table.row(
                        excluded.path("object").asText(),
                        excluded.path("reason").asText(),
                        excluded.path("records").asLong()));
        return table.build();
    }

    private static Table holds(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Links that lead nowhere, and what else will wait", "Mapping", "Reason", "Records", "What helps");
        each(evidence.forecast().path("holds"))
                .forEach(hold -> table.row(
                        hold.path("mapping").asText(),
                        hold.path("reason").asText(),
                        hold.path("effects").asLong(),
                        Remedies.of(hold.path("reason").asText())));
        return table.build();
    }
}
