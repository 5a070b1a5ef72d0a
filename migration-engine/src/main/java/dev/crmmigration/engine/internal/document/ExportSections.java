package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be exported, and which settings say how it is read; can be printed before any file is there. */
final class ExportSections {

    private ExportSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode source = evidence.report("pair");
        Section.Builder section = Section.titled("Before the export");
        section.text("The migration reads what these settings name. What the source does not say here, its page of the"
                + " documentation does: which screens give which file.");
        section.table(settings(source)).table(objects(evidence)).table(files(evidence.profile()));
        section.list(
                "What will be missing all the same", texts(evidence.profile().path("gaps")));
        return List.of(section.build());
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
