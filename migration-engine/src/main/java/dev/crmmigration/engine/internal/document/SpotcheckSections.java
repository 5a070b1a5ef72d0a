package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Records drawn at random, to be ticked off by a person who looks at both sides. */
final class SpotcheckSections {

    private SpotcheckSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode drawn = evidence.report("spotcheck");
        Section.Builder section = Section.titled("Records to look at");
        if (drawn.path("records").isEmpty()) {
            return List.of(
                    section.text("No records have been drawn yet: call migrate report spotcheck --count 40 --seed 1"
                                    + " when the run has written some.")
                            .build());
        }
        section.text(Words.count(drawn.path("records").size(), "record") + " drawn at random with the seed "
                + drawn.path("seed").asLong() + " out of "
                + Words.number(drawn.path("population").asLong())
                + ". Look up each at the destination by its number, compare, tick.");
        each(drawn.path("records")).forEach(record -> section.table(sheet(record, evidence.discretion())));
        return List.of(section.build());
    }

    private static Table sheet(JsonNode record, Discretion discretion) {
        String place = record.path("link").asText("");
        Table.Builder table = Table.titled(
                discretion.record(record.path("effect").asText()) + " is "
                        + record.path("record").asText("not there") + (place.isEmpty() ? "" : ", " + place),
                "Field",
                "In the source",
                "Expression",
                "At the destination",
                "Verdict",
                "Seen");
        each(record.path("fields"))
                .forEach(field -> table.row(
                        field.path("field").asText(),
                        source(field, discretion),
                        field.path("expression").asText(),
                        discretion.value(field.path("found").asText("")),
                        Words.plain(field.path("verdict").asText()),
                        "[ ]"));
        return table.build();
    }

    private static String source(JsonNode field, Discretion discretion) {
        List<String> values = new ArrayList<>();
        field.path("source")
                .properties()
                .forEach(entry -> values.add(entry.getKey() + ": "
                        + discretion.value(entry.getValue().asText())));
        return String.join("; ", values);
    }
}
