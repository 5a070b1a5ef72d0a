package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be exported, on which screens, in how many parts; can be printed before any file is there. */
final class ExportSections {

    private static final int MOST_PARTS = 200;

    private ExportSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode pair = evidence.report("pair");
        Section.Builder section = Section.titled("Before the export");
        section.text(
                "The migration reads what these exports hold. Tick each off, and note the count that the screen shows:"
                        + " it is compared with what was read.");
        section.table(screens(evidence)).table(parts(evidence)).table(columns(pair));
        section.table(settings(pair)).table(objects(evidence)).table(files(evidence.profile()));
        JsonNode gaps = evidence.profile().path("gaps");
        section.list("What will be missing all the same", texts(gaps.isEmpty() ? pair.path("gaps") : gaps));
        return List.of(section.build());
    }

    /** Returns how many records of an object people have read on the screen; -1 if nobody has said. */
    static long expected(Evidence evidence, String object) {
        return evidence.report("expected").path(object).asLong(-1);
    }

    private static Table screens(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Exports to make",
                "Object",
                "File",
                "Where",
                "Expected",
                "Exports",
                "Needed",
                "Note",
                "Seen there",
                "Done");
        each(evidence.report("pair").path("exports")).forEach(export -> {
            String object = export.path("object").asText();
            long expected = expected(evidence, object);
            table.row(
                    object,
                    export.path("file").asText(),
                    export.path("screen").asText(),
                    expected < 0 ? "not said" : Words.number(expected),
                    exports(export, expected),
                    export.path("required").asBoolean() ? "yes" : "if there are any",
                    export.path("note").asText(),
                    "",
                    "[ ]");
        });
        return table.build();
    }

    private static String exports(JsonNode export, long expected) {
        long most = export.path("rowsPerFile").asLong();
        if (most == 0) {
            return "1";
        }
        return expected < 0 ? "1 for every " + Words.number(most) + " rows" : Words.number(parts(most, expected));
    }

    private static long parts(long most, long expected) {
        return Math.max(1, (expected + most - 1) / most);
    }

    private static Table parts(Evidence evidence) {
        Table.Builder table = Table.titled("Parts of large exports", "File", "Part", "Rows", "Done");
        each(evidence.report("pair").path("exports")).forEach(export -> {
            long most = export.path("rowsPerFile").asLong();
            long expected = expected(evidence, export.path("object").asText());
            long parts = most == 0 || expected < 0 ? 1 : parts(most, expected);
            for (long part = 1; parts > 1 && part <= Math.min(parts, MOST_PARTS); part++) {
                table.row(
                        export.path("file").asText(),
                        part + " of " + parts,
                        Words.number((part - 1) * most + 1) + " to " + Words.number(Math.min(expected, part * most)),
                        "[ ]");
            }
        });
        return table.build();
    }

    private static Table columns(JsonNode pair) {
        Table.Builder table = Table.titled("Columns to switch on, where the screen lets you choose", "File", "Columns");
        each(pair.path("exports"))
                .forEach(export ->
                        table.row(export.path("file").asText(), String.join(", ", texts(export.path("columns")))));
        return table.build();
    }

    private static Table settings(JsonNode source) {
        Table.Builder table = Table.titled(
                "Settings of " + Words.title(source.path("source").asText("the source")),
                "Setting",
                "Meaning",
                "Needed",
                "Default",
                "Done");
        each(source.path("settings"))
                .forEach(setting -> table.row(
                        setting.path("name").asText(),
                        setting.path("meaning").asText(),
                        setting.path("required").asBoolean() ? "yes" : "if it applies",
                        setting.path("defaultValue").asText(""),
                        "[ ]"));
        return table.build();
    }

    private static Table objects(Evidence evidence) {
        Map<String, Set<String>> read = new TreeMap<>();
        each(evidence.profile().path("objects"))
                .forEach(object -> each(object.path("fields"))
                        .filter(field -> field.path("filled").asLong() > 0)
                        .forEach(field -> read.computeIfAbsent(
                                        object.path("object").asText(), name -> new TreeSet<>())
                                .add(field.path("field").asText())));
        Table.Builder table = Table.titled("Objects and the fields that are read of them", "Object", "Fields", "Done");
        read.forEach((object, fields) -> table.row(object, String.join(", ", fields), "[ ]"));
        return table.build();
    }

    private static Table files(JsonNode profile) {
        Table.Builder table =
                Table.titled("Files of the export that was read last", "Object", "File", "Rows", "Records");
        each(profile.path("files"))
                .forEach(file -> table.row(
                        file.path("object").asText(),
                        file.path("file").asText(),
                        file.path("rows").asLong(),
                        file.path("records").asLong()));
        return table.build();
    }
}
