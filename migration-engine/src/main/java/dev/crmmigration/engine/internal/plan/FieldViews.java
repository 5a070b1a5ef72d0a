package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.engine.Plan;
import dev.crmmigration.engine.internal.plan.FieldEntry.FieldEvidence;
import java.util.List;
import java.util.Optional;

/** Shows the fields that no row reads, and asks about those that are open. */
final class FieldViews {

    private static final FieldEvidence NOTHING =
            new FieldEvidence(Optional.empty(), "", "UNMAPPED", "0.00", List.of(), List.of(), List.of());

    private FieldViews() {}

    static List<Plan.FieldView> of(List<FieldEntry> entries) {
        return entries.stream().map(FieldViews::view).toList();
    }

    private static Plan.FieldView view(FieldEntry entry) {
        FieldEvidence evidence = entry.evidence().orElse(NOTHING);
        return new Plan.FieldView(
                entry.object(),
                entry.field(),
                entry.decision().map(Enum::name),
                entry.target(),
                evidence.tier(),
                evidence.confidence(),
                evidence.reasons(),
                evidence.rivals(),
                evidence.advice());
    }

    static List<Plan.Question> questions(List<FieldEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.decision().isEmpty())
                .map(entry -> new Plan.Question("fields: " + entry.name(), question(entry)))
                .toList();
    }

    private static String question(FieldEntry entry) {
        FieldEvidence evidence = entry.evidence().orElse(NOTHING);
        String proposal = evidence.target().isEmpty()
                ? "No field of the destination fits"
                : "It is likely to be " + evidence.target() + " (" + evidence.confidence() + ")";
        return "what becomes of \"" + entry.label() + "\"? " + proposal
                + ". Set its decision to MAP, CREATE, NOTE or SKIP, and its target to the field";
    }
}
