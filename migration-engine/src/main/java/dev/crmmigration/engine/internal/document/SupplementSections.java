package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is missing in the export that was read, against the checklist: to be asked for once, in one letter. */
final class SupplementSections {

    private static final Set<String> STAFF =
            Set.of("owner", "author", "assigned", "assigned_to", "uploaded_by", "created_by", "coach", "user", "agent");

    private SupplementSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Please export once more");
        if (evidence.profile().isMissingNode()) {
            return List.of(section.text("No export has been read yet: begin with the export checklist.")
                    .build());
        }
        Table objects = objects(evidence);
        Table columns = columns(evidence);
        Table counts = counts(evidence);
        Table links = links(evidence);
        boolean isWhole = List.of(objects, columns, counts, links).stream()
                .allMatch(table -> table.rows().isEmpty());
        section.text(
                isWhole
                        ? "Nothing of the checklist is missing."
                        : "These are missing against the checklist. Put the new files beside the others: what is in both is"
                                + " taken once, the newer counts.");
        section.table(objects).table(counts).table(columns).table(links).table(spans(evidence));
        return List.of(section.build());
    }

    private static Map<String, JsonNode> read(Evidence evidence) {
        Map<String, JsonNode> read = new TreeMap<>();
        each(evidence.profile().path("objects"))
                .forEach(object -> read.put(object.path("object").asText(), object));
        return read;
    }

    private static Table objects(Evidence evidence) {
        Set<String> read = read(evidence).keySet();
        Table.Builder table = Table.titled("Objects without a file", "Object", "File", "Where", "Needed", "Done");
        each(evidence.report("pair").path("exports"))
                .filter(export -> !read.contains(export.path("object").asText()))
                .forEach(export -> table.row(
                        export.path("object").asText(),
                        export.path("file").asText(),
                        export.path("screen").asText(),
                        export.path("required").asBoolean() ? "yes" : "if there are any",
                        "[ ]"));
        return table.build();
    }

    private static Table columns(Evidence evidence) {
        Map<String, JsonNode> read = read(evidence);
        Table.Builder table = Table.titled("Columns that the files lack", "Object", "Columns", "Done");
        each(evidence.report("pair").path("exports")).forEach(export -> {
            JsonNode object = read.get(export.path("object").asText());
            if (object != null) {
                Set<String> there = each(object.path("fields"))
                        .map(field -> field.path("field").asText())
                        .collect(Collectors.toSet());
                List<String> missing = new ArrayList<>(texts(export.path("columns")));
                missing.removeAll(there);
                if (!missing.isEmpty()) {
                    table.row(export.path("object").asText(), String.join(", ", missing), "[ ]");
                }
            }
        });
        return table.build();
    }

    private static Table counts(Evidence evidence) {
        Map<String, JsonNode> read = read(evidence);
        Table.Builder table =
                Table.titled("Fewer records than the platform shows", "Object", "Shown", "Read", "Missing", "Done");
        each(evidence.report("pair").path("exports")).forEach(export -> {
            String object = export.path("object").asText();
            JsonNode found = read.get(object);
            long records = found == null ? 0 : found.path("records").asLong();
            long expected = ExportSections.expected(evidence, object);
            if (expected > records) {
                table.row(object, expected, records, expected - records, "[ ]");
            }
        });
        return table.build();
    }

    private static Table links(Evidence evidence) {
        Table.Builder table = Table.titled(
                "Records that others name and that are not there",
                "Named by",
                "Field",
                "Missing object",
                "Times",
                "Done");
        each(evidence.profile().path("links"))
                .filter(link -> isNamedForIt(link, read(evidence).keySet()))
                .filter(link ->
                        link.path("broken").asLong() > link.path("mendable").asLong())
                .forEach(link -> table.row(
                        link.path("object").asText(),
                        link.path("field").asText(),
                        link.path("to").asText(),
                        link.path("broken").asLong() - link.path("mendable").asLong(),
                        "[ ]"));
        return table.build();
    }

    /** An address of somebody who works there, such as coach_email, leads to no customer. */
    private static boolean isNamedForIt(JsonNode link, Set<String> objects) {
        String field = link.path("field").asText();
        String who = field.endsWith("_email") ? field.substring(0, field.length() - "_email".length()) : "";
        boolean isOther = objects.contains(who) && !who.equals(link.path("to").asText());
        return !isOther
                && !STAFF.contains(who)
                && !STAFF.contains(link.path("object").asText());
    }

    private static Table spans(Evidence evidence) {
        Table.Builder table = Table.titled(
                "From when to when the records are: later ones come with a delta, earlier ones may be missing",
                "Object",
                "Oldest",
                "Newest");
        evidence.report("spans")
                .properties()
                .forEach(entry -> table.row(
                        entry.getKey(),
                        Words.moment(entry.getValue().path(0).asText()),
                        Words.moment(entry.getValue().path(1).asText())));
        return table.build();
    }
}
