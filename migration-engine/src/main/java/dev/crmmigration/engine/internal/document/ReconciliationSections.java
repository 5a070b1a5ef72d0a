package dev.crmmigration.engine.internal.document;

import static dev.crmmigration.engine.internal.document.Evidence.each;
import static dev.crmmigration.engine.internal.document.Evidence.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crmmigration.engine.internal.document.BarChart.Bar;
import dev.crmmigration.engine.internal.document.BarChart.Part;
import dev.crmmigration.engine.internal.document.Block.Tone;
import java.util.List;

/** The proof that everything arrived. */
final class ReconciliationSections {

    private static final List<Part> VERDICTS = List.of(
            new Part("as it should be", Tone.GOOD),
            new Part("cannot be read back", Tone.PLAIN),
            new Part("not visible", Tone.WAITS),
            new Part("different or missing", Tone.BAD));

    private ReconciliationSections() {}

    static List<Section> of(Evidence evidence) {
        JsonNode proof = evidence.reconciliation();
        Section.Builder section = Section.titled("Reconciliation");
        if (proof.isMissingNode()) {
            return List.of(section.text("Nothing has been verified yet: call verify after the run.")
                    .build());
        }
        section.text(
                proof.path("closed").asBoolean()
                        ? "All counts close, and every value that was read back is as it should be, declared losses aside."
                        : "It does NOT close: "
                                + String.join("; ", texts(proof.path("result").path("reasons"))) + ".");
        section.bars(verdicts(proof)).table(verified(proof)).table(differences(proof, evidence));
        section.table(objects(proof)).table(Outcomes.table("Records owed, by mapping", proof.path("mappings")));
        section.table(fields(proof)).table(roots(proof));
        return List.of(section.build());
    }

    private static BarChart verdicts(JsonNode proof) {
        return BarChart.of(
                "What the verification found",
                "For each object of the destination how many records are as they should be, cannot be read back, are not"
                        + " visible, or are different or missing.",
                VERDICTS,
                each(proof.path("verified"))
                        .map(object -> new Bar(
                                object.path("object").asText(),
                                Words.number(object.path("equal").asLong()) + " of "
                                        + Words.number(object.path("records").asLong()),
                                List.of(
                                        object.path("equal").asLong(),
                                        object.path("unverified").asLong(),
                                        object.path("hidden").asLong(),
                                        Outcomes.sum(object, "different", "missing"))))
                        .toList());
    }

    private static Table verified(JsonNode proof) {
        Table.Builder table = Table.titled(
                "Read back", "Object", "By", "Records", "Equal", "Different", "Missing", "Not visible", "Not readable");
        each(proof.path("verified"))
                .forEach(object -> table.row(
                        object.path("object").asText(),
                        Words.plain(object.path("way").asText()),
                        object.path("records").asLong(),
                        object.path("equal").asLong(),
                        object.path("different").asLong(),
                        object.path("missing").asLong(),
                        object.path("hidden").asLong(),
                        object.path("unverified").asLong()));
        return table.build();
    }

    private static Table differences(JsonNode proof, Evidence evidence) {
        Table.Builder table = Table.titled(
                "Records that are missing or different, the first hundred", "Source", "Destination", "Field", "What");
        each(proof.path("differences"))
                .forEach(difference -> table.row(
                        evidence.discretion().record(difference.path("effect").asText()),
                        difference.path("record").asText(),
                        difference.path("field").asText(),
                        Words.plain(difference.path("kind").asText())));
        return table.build();
    }

    private static Table objects(JsonNode proof) {
        Table.Builder table = Table.titled(
                "Records of the source, all accounted for",
                "Object",
                "Records",
                "Written",
                "Duplicate",
                "Part of another",
                "In a document",
                "Left out on purpose",
                "Closes");
        each(proof.path("objects")).forEach(object -> {
            JsonNode ways = object.path("ways");
            table.row(
                    object.path("object").asText(),
                    object.path("records").asLong(),
                    ways.path("EFFECTED").asLong(),
                    ways.path("DUPLICATE").asLong(),
                    ways.path("FOLDED").asLong(),
                    ways.path("DOCUMENTED").asLong(),
                    ways.path("EXCLUDED").asLong(),
                    object.path("closes").asBoolean() ? "yes" : "NO");
        });
        return table.build();
    }

    private static Table fields(JsonNode proof) {
        Table.Builder table = Table.titled(
                "Values compared, by field", "Mapping", "Field", "Compared", "Equal", "Declared loss", "Different");
        each(proof.path("fields"))
                .forEach(field -> table.row(
                        field.path("mapping").asText(),
                        field.path("field").asText(),
                        field.path("compared").asLong(),
                        field.path("equal").asLong(),
                        field.path("losses").asLong(),
                        field.path("different").asLong()));
        return table.build();
    }

    private static Table roots(JsonNode proof) {
        Table.Builder table = Table.titled(
                "One hash over all values of an object, as the source says and as the destination returns",
                "Object",
                "The same",
                "Source",
                "Destination");
        each(proof.path("roots")).forEach(root -> {
            String source = root.path("source").asText();
            String destination = root.path("destination").asText();
            table.row(root.path("object").asText(), source.equals(destination) ? "yes" : "NO", source, destination);
        });
        return table.build();
    }
}
