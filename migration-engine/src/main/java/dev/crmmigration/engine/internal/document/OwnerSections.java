package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.Block.Figure;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who owns what, and who that is at the destination. */
final class OwnerSections {

    private OwnerSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode owners = evidence.forecast().path("owners");
        Section.Builder section = Section.titled("Owners");
        if (owners.isEmpty()) {
            section.text("No owner is known yet: the plan has not been made, or the source names none.");
        }
        return List.of(section.figures(figures(owners)).table(table(evidence)).build());
    }

    private static List<Figure> figures(JsonNode owners) {
        Map<String, Long> outcomes = new TreeMap<>();
        each(owners).forEach(owner -> outcomes.merge(owner.path("outcome").asText(), 1L, Long::sum));
        return outcomes.entrySet().stream()
                .map(entry -> new Figure(
                        "owners " + entry.getKey(),
                        Words.number(entry.getValue()),
                        entry.getKey().equals("held") ? Tone.WAITS : Tone.GOOD))
                .toList();
    }

    private static Table table(Evidence evidence) {
        Discretion discretion = evidence.discretion();
        Table.Builder table = Table.titled("Every owner", "Owner in the source", "Records", "Outcome", "Becomes");
        each(evidence.forecast().path("owners"))
                .forEach(owner -> table.row(
                        discretion.person(owner.path("email").asText()),
                        owner.path("records").asLong(),
                        outcome(owner.path("outcome").asText()),
                        discretion.person(owner.path("becomes").asText())));
        return table.build();
    }

    private static String outcome(String outcome) {
        return switch (outcome) {
            case "matched" -> "matched by e-mail";
            case "replaced" -> "replaced as the plan says";
            case "fallback" -> "user is inactive: goes to the fallback";
            default -> "no user yet: the records wait";
        };
    }

    /** Returns the users whom somebody has to invite. */
    static Table missing(Evidence evidence) {
        Table.Builder table =
                Table.titled("Users to add, or to replace in the plan", "Owner in the source", "Records", "Done");
        each(evidence.forecast().path("owners"))
                .filter(owner -> owner.path("outcome").asText().equals("held"))
                .forEach(owner -> table.row(
                        evidence.discretion().person(owner.path("email").asText()),
                        owner.path("records").asLong(),
                        "[ ]"));
        return table.build();
    }
}
