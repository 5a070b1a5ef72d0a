package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.ArrayList;
import java.util.List;

/** What the steps took from the account, against what was forecast. */
final class CostSections {

    private CostSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("Time and budget");
        JsonNode costs = evidence.forecast().path("costs");
        if (!costs.isEmpty()) {
            section.text("The account allows the run no sooner than in "
                    + Words.duration(evidence.forecast().path("shortestRun").asText()) + ".");
        }
        each(costs).forEach(cost -> section.bars(chart(evidence, cost)));
        section.table(forecast(costs))
                .table(creations(evidence.forecast().path("creations")))
                .table(stale(evidence.forecast().path("stale")));
        return List.of(section.build());
    }

    /** Returns what each step took, as the latest report has it. */
    static JsonNode steps(Evidence evidence) {
        JsonNode status = evidence.report("status").path("steps");
        if (!status.isEmpty()) {
            return status;
        }
        JsonNode delta = evidence.delta().path("steps");
        return delta.isEmpty() ? evidence.run().path("steps") : delta;
    }

    static String amounts(JsonNode spent) {
        List<String> amounts = new ArrayList<>();
        spent.properties().forEach(entry -> {
            if (entry.getValue().asLong() != 0) {
                amounts.add(entry.getKey() + " " + Words.number(entry.getValue().asLong()));
            }
        });
        return String.join(", ", amounts);
    }

    private static BarChart chart(Evidence evidence, JsonNode cost) {
        String allowance = cost.path("allowance").asText();
        List<Bar> bars = new ArrayList<>();
        for (String step : List.of("prepare", "run", "verify", "rollback")) {
            long planned = cost.path(step).asLong();
            bars.add(new Bar(step + ", forecast", Words.number(planned), List.of(planned, 0L)));
            each(steps(evidence))
                    .filter(taken -> taken.path("step").asText().equals(step))
                    .mapToLong(taken -> taken.path("spent").path(allowance).asLong())
                    .forEach(spent -> bars.add(new Bar(step + ", spent", Words.number(spent), List.of(0L, spent))));
        }
        return BarChart.of(
                "The allowance " + allowance + ", by step",
                "For each step what the plan forecast that it takes from the allowance, and what it took. A delta and"
                        + " further verifications are counted with their steps.",
                List.of(new Part("forecast", Tone.PLAIN), new Part("spent", Tone.GOOD)),
                bars.stream().anyMatch(bar -> bar.sum() > 0) ? bars : List.of());
    }

    /** How the records of each object are created: what was decided about it, and what that takes. */
    private static Table creations(JsonNode creations) {
        Table.Builder table = Table.titled(
                "How records are created", "Object", "Records", "At most in a call", "Takes", "What is decided");
        each(creations)
                .forEach(creation -> table.row(
                        creation.path("object").asText(),
                        creation.path("records").asLong(),
                        creation.path("perCall").asLong(),
                        amounts(creation.path("takes")),
                        creation.path("way").asText("")));
        return table.build();
    }

    /** What it takes with and without the contacts that one would not pay for. */
    private static Table stale(JsonNode stale) {
        String title = Words.number(stale.path("contacts").asLong())
                + " contacts have bounced, unsubscribed or gone stale and are named by no other record (now: "
                + stale.path("answer").asText() + ")";
        Table.Builder table =
                Table.titled(title, "Allowance", "Run, kept", "Run, left out", "Verify, kept", "Verify, left out");
        JsonNode without = stale.path("leftOut");
        for (int i = 0; i < stale.path("kept").size(); i++) {
            JsonNode with = stale.path("kept").path(i);
            table.row(
                    with.path("allowance").asText(),
                    with.path("run").asLong(),
                    without.path(i).path("run").asLong(),
                    with.path("verify").asLong(),
                    without.path(i).path("verify").asLong());
        }
        return table.build();
    }

    private static Table forecast(JsonNode costs) {
        Table.Builder table =
                Table.titled("Forecast by allowance", "Allowance", "Prepare", "Run", "Verify", "Rollback");
        each(costs)
                .forEach(cost -> table.row(
                        cost.path("allowance").asText(),
                        cost.path("prepare").asLong(),
                        cost.path("run").asLong(),
                        cost.path("verify").asLong(),
                        cost.path("rollback").asLong()));
        return table.build();
    }
}
