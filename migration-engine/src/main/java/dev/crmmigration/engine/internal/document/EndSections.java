package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.Block.Figure;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.ArrayList;
import java.util.List;

/** How the destination became what counts, and what was taken back. */
final class EndSections {

    private EndSections() {}

    static List<Section> of(Evidence evidence) {
        List<Section> sections = new ArrayList<>();
        if (!evidence.report("cutover").isMissingNode()) {
            sections.add(cutover(evidence));
        }
        if (!evidence.rollback().isMissingNode()) {
            sections.add(rollback(evidence));
        }
        return sections;
    }

    private static Section cutover(Evidence evidence) {
        JsonNode cutover = evidence.report("cutover");
        Section.Builder section = Section.titled("The cutover");
        String at = cutover.path("at").asText("");
        if (at.isEmpty() || cutover.path("at").isNull()) {
            return section.list(
                            "Not done, because", texts(cutover.path("result").path("reasons")))
                    .build();
        }
        String freeze = cutover.path("freeze").path("at").asText("");
        return section.text("Since " + Words.moment(at) + " "
                        + Words.title(cutover.path("systemOfRecord").asText())
                        + " is the system of record, declared by "
                        + evidence.discretion().person(cutover.path("by").asText()) + ". "
                        + (freeze.isEmpty() ? "" : "The source was frozen at " + Words.moment(freeze) + ".")
                        + " Somebody looks for what went wrong until "
                        + Words.moment(cutover.path("hypercareUntil").asText("")) + ".")
                .build();
    }

    private static Section rollback(Evidence evidence) {
        JsonNode rollback = evidence.rollback();
        boolean proven = rollback.path("proven").asBoolean();
        Section.Builder section = Section.titled("Taking it back");
        section.text(
                proven
                        ? "It is proven that the account is again as it was, apart from what others did meanwhile."
                        : "It is NOT proven that the account is as it was: "
                                + String.join(
                                        "; ", texts(rollback.path("result").path("reasons"))) + ".");
        section.figures(List.of(
                new Figure(
                        "records taken away",
                        Words.number(rollback.path("deleted").asLong()),
                        Tone.PLAIN),
                new Figure(
                        "records restored",
                        Words.number(rollback.path("restored").asLong()),
                        Tone.PLAIN),
                new Figure(
                        "records as before",
                        Words.number(rollback.path("unchanged").asLong()),
                        Tone.GOOD),
                new Figure(
                        "left and should not be",
                        Words.number(rollback.path("residue").size()),
                        rollback.path("residue").isEmpty() ? Tone.GOOD : Tone.BAD)));
        section.table(kept(rollback));
        section.list("Changed by others", texts(rollback.path("changedByOthers")));
        section.list("New, made by others", texts(rollback.path("newByOthers")));
        section.list("Left, and should not be", texts(rollback.path("residue")));
        return section.table(roots(rollback)).build();
    }

    private static Table kept(JsonNode rollback) {
        Table.Builder table = Table.titled("Kept, because people or records depend on it", "Record", "Reason");
        each(rollback.path("kept"))
                .forEach(kept -> table.row(
                        kept.path("record").asText(), kept.path("reason").asText()));
        return table.build();
    }

    private static Table roots(JsonNode rollback) {
        Table.Builder table = Table.titled(
                "One hash over all records of an object, before and after", "Object", "The same", "Before", "After");
        each(rollback.path("roots")).forEach(root -> {
            String before = root.path("before").asText();
            String after = root.path("after").asText();
            table.row(root.path("object").asText(), before.equals(after) ? "yes" : "NO", before, after);
        });
        return table.build();
    }
}
