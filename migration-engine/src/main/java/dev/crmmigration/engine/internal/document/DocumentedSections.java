package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import java.util.List;

/** The files with records that the destination has no place for. */
final class DocumentedSections {

    private DocumentedSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Files");
        Table.Builder table = Table.titled("Beside this document", "File", "Mapping", "Records", "What it is");
        each(evidence.report("documented-files").path("files"))
                .forEach(file -> table.row(
                        file.path("file").asText(),
                        file.path("mapping").asText(),
                        file.path("records").asLong(),
                        file.path("about").asText()));
        Table files = table.build();
        section.text(
                files.rows().isEmpty()
                        ? "There are none. They are written when the destination is prepared, if the plan has any."
                        : "They lie in the folder 'reports' of the workspace. Spreadsheets take nothing in them for a"
                                + " formula.");
        return List.of(section.table(files).build());
    }
}
