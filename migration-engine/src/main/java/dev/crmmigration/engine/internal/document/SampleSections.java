package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sample shows, and what it could not show. */
final class SampleSections {

    private SampleSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode sample = evidence.sample();
        if (sample.isMissingNode()) {
            return List.of();
        }
        Section.Builder section = Section.titled("The sample");
        section.text(Words.count(sample.path("size").asLong(), "record") + ", "
                + Words.number(sample.path("written").asLong()) + " of them written. " + accepted(sample, evidence)
                + " Every record of it is under Records, field by field.");
        section.bars(states(sample)).table(strata(sample));
        return List.of(section.build());
    }

    private static String accepted(JsonNode sample, Evidence evidence) {
        JsonNode accepted = sample.path("accepted");
        if (accepted.isObject()) {
            return "Accepted by "
                    + evidence.discretion().person(accepted.path("by").asText()) + " at "
                    + Words.moment(accepted.path("at").asText()) + ".";
        }
        // The report is kept as the sample was made; what was written after it shows that somebody accepted it
        return evidence.run().isMissingNode() ? "Nobody has accepted it yet." : "It was accepted before the run.";
    }

    private static BarChart states(JsonNode sample) {
        Map<String, long[]> byMapping = new TreeMap<>();
        each(sample.path("records")).forEach(record -> {
            String effect = record.path("effect").asText();
            long[] counts = byMapping.computeIfAbsent(effect.split("/", 2)[0], mapping -> new long[3]);
            counts[place(record.path("state").asText())]++;
        });
        List<Bar> bars = new ArrayList<>();
        byMapping.forEach((mapping, counts) -> bars.add(new Bar(
                mapping,
                Words.number(counts[0]) + " of " + Words.number(counts[0] + counts[1] + counts[2]),
                List.of(counts[0], counts[1], counts[2]))));
        return BarChart.of(
                "How the sample came out, by mapping",
                "For each mapping how many records of the sample are as they should be, wait, or are not as they should be.",
                List.of(
                        new Part("as it should be", Tone.GOOD),
                        new Part("waits", Tone.WAITS),
                        new Part("different, missing or refused", Tone.BAD)),
                bars);
    }

    private static int place(String state) {
        return switch (state) {
            case "EQUAL", "UNREADABLE" -> 0;
            case "HELD", "OPEN" -> 1;
            default -> 2;
        };
    }

    private static Table strata(JsonNode sample) {
        Table.Builder table =
                Table.titled("What the sample stands for", "Mapping", "Group", "Records", "In the sample", "Shown");
        each(sample.path("strata"))
                .forEach(stratum -> table.row(
                        stratum.path("mapping").asText(),
                        stratum.path("name").asText(),
                        stratum.path("records").asLong(),
                        stratum.path("sampled").asLong(),
                        stratum.path("sampled").asLong() == 0 ? "no" : "yes"));
        return table.build();
    }
}
