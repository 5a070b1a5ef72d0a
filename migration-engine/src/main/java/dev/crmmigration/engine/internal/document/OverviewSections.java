package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.Block.Figure;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole at a glance. */
final class OverviewSections {

    private OverviewSections() {}

    static List<Section> of(Evidence evidence) {
        Section.Builder section = Section.titled("At a glance").figures(figures(evidence));
        section.list("What still needs somebody", open(evidence));
        section.flow(flow(evidence));
        section.table(steps(evidence));
        return List.of(section.build());
    }

    private static List<Figure> figures(Evidence evidence) {
        List<Figure> figures = new ArrayList<>();
        JsonNode profile = evidence.profile();
        if (!profile.isMissingNode()) {
            figures.add(number("records in " + evidence.source(), Outcomes.sum(profile.path("objects"), "records")));
        }
        if (!evidence.forecast().isMissingNode()) {
            figures.add(new Figure(
                    "of the plan", evidence.forecast().path("headline").asText(), Tone.PLAIN));
        }
        arrived(evidence).ifPresent(figures::add);
        waiting(evidence).ifPresent(figures::add);
        reconciled(evidence).ifPresent(figures::add);
        takenBack(evidence).ifPresent(figures::add);
        return figures;
    }

    private static Figure number(String label, long value) {
        return new Figure(label, Words.number(value), Tone.PLAIN);
    }

    private static Optional<Figure> arrived(Evidence evidence) {
        JsonNode counts = evidence.lastCounts();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "records brought to " + evidence.destination(),
                        Words.number(each(counts).mapToLong(Outcomes::arrived).sum()),
                        Tone.GOOD));
    }

    private static Optional<Figure> waiting(Evidence evidence) {
        JsonNode counts = evidence.lastCounts();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long open = each(counts)
                .mapToLong(mapping -> Outcomes.sum(mapping, "held", "failed"))
                .sum();
        return Optional.of(new Figure("wait or were refused", Words.number(open), open == 0 ? Tone.GOOD : Tone.WAITS));
    }

    private static Optional<Figure> reconciled(Evidence evidence) {
        JsonNode reconciliation = evidence.reconciliation();
        if (reconciliation.isMissingNode()) {
            return Optional.empty();
        }
        boolean closed = reconciliation.path("closed").asBoolean();
        return Optional.of(
                new Figure("reconciliation", closed ? "closed" : "NOT closed", closed ? Tone.GOOD : Tone.BAD));
    }

    private static Optional<Figure> takenBack(Evidence evidence) {
        JsonNode rollback = evidence.rollback();
        if (rollback.isMissingNode()) {
            return Optional.empty();
        }
        boolean proven = rollback.path("proven").asBoolean();
        return Optional.of(new Figure("taking back", proven ? "proven" : "NOT proven", proven ? Tone.GOOD : Tone.BAD));
    }

    private static List<String> open(Evidence evidence) {
        List<String> open = new ArrayList<>();
        each(evidence.forecast().path("questions"))
                .forEach(question -> open.add("Plan, " + question.path("where").asText() + ": "
                        + evidence.discretion().value(question.path("question").asText())));
        for (String name :
                List.of("prepare", "rehearsal", "sample", "run", "delta", "reconciliation", "drift", "rollback")) {
            JsonNode result = evidence.report(name).path("result");
            if (!result.path("completion").asText("COMPLETE").equals("COMPLETE") && !isOver(name, evidence)) {
                texts(result.path("reasons")).forEach(reason -> open.add(Words.title(name) + ": " + reason));
            }
        }
        return open;
    }

    /** A sample waits to be looked at until there is a run; a run is over once there is a delta. */
    private static boolean isOver(String name, Evidence evidence) {
        return switch (name) {
            case "rehearsal", "sample" -> !evidence.run().isMissingNode();
            case "run" -> !evidence.delta().isMissingNode();
            default -> false;
        };
    }

    private static FlowChart flow(Evidence evidence) {
        Map<String, Long> owed = new HashMap<>();
        each(evidence.forecast().path("mappings"))
                .forEach(mapping -> owed.put(
                        mapping.path("name").asText(), mapping.path("effects").asLong()));
        List<FlowChart.Link> links = new ArrayList<>();
        each(evidence.plan().path("mappings")).forEach(mapping -> {
            List<JsonNode> writing = each(mapping.path("parts"))
                    .filter(part -> part.path("kind").asText().equals("records"))
                    .toList();
            long effects = owed.getOrDefault(mapping.path("name").asText(), 0L);
            if (!writing.isEmpty() && effects > 0) {
                JsonNode part = writing.get(0);
                links.add(new FlowChart.Link(
                        part.path("from").asText(), part.path("to").asText(), effects));
            }
        });
        return new FlowChart(
                "Where the records go",
                "Ribbons from the objects of the source to those of the destination, as wide as the number of records"
                        + " that the plan owes.",
                evidence.source(),
                evidence.destination(),
                links);
    }

    private static Table steps(Evidence evidence) {
        Table.Builder table = Table.titled("The steps so far", "Step", "Calls", "Took", "Spent of the account");
        each(CostSections.steps(evidence))
                .forEach(step -> table.row(
                        step.path("step").asText(),
                        step.path("calls").asLong(),
                        Words.duration(step.path("time").asText()),
                        CostSections.amounts(step.path("spent"))));
        return table.build();
    }
}
