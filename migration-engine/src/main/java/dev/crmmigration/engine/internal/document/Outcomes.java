package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;
import java.util.stream.Stream;

/** What became of the records of each mapping, as the run or a delta tells it. */
final class Outcomes {

    static final List<Part> PARTS = List.of(
            new Part("arrived", Tone.GOOD),
            new Part("part of another record", Tone.PLAIN),
            new Part("waits", Tone.WAITS),
            new Part("refused", Tone.BAD));

    private Outcomes() {}

    /** Returns how many records are at the destination. */
    static long arrived(JsonNode mapping) {
        return sum(mapping, "created", "updated", "adopted", "unchanged");
    }

    static long sum(JsonNode node, String... names) {
        return Stream.of(names).mapToLong(name -> node.path(name).asLong()).sum();
    }

    static long sum(JsonNode array, String name) {
        return each(array).mapToLong(node -> node.path(name).asLong()).sum();
    }

    static BarChart chart(JsonNode mappings) {
        List<Bar> bars = each(mappings).map(Outcomes::bar).toList();
        return BarChart.of(
                "What became of the records, by mapping",
                "One bar for each mapping: records that arrived, that are one with another record, that wait, that were"
                        + " refused.",
                PARTS,
                bars);
    }

    private static Bar bar(JsonNode mapping) {
        long arrived = arrived(mapping);
        return new Bar(
                mapping.path("mapping").asText(),
                Words.number(arrived) + " of "
                        + Words.number(mapping.path("owed").asLong()),
                List.of(
                        arrived,
                        mapping.path("duplicates").asLong(),
                        mapping.path("held").asLong(),
                        mapping.path("failed").asLong()));
    }

    static Table table(String title, JsonNode mappings) {
        Table.Builder table = Table.titled(
                title,
                "Mapping",
                "Owed",
                "Created",
                "Updated",
                "Adopted",
                "Unchanged",
                "Deleted",
                "Held",
                "Refused",
                "In doubt",
                "Open",
                "Duplicates");
        each(mappings)
                .forEach(mapping -> table.row(
                        mapping.path("mapping").asText(),
                        mapping.path("owed").asLong(),
                        mapping.path("created").asLong(),
                        mapping.path("updated").asLong(),
                        mapping.path("adopted").asLong(),
                        mapping.path("unchanged").asLong(),
                        mapping.path("deleted").asLong(),
                        mapping.path("held").asLong(),
                        mapping.path("failed").asLong(),
                        mapping.path("inDoubt").asLong(),
                        mapping.path("open").asLong(),
                        mapping.path("duplicates").asLong()));
        return table.build().withoutZeros();
    }
}
