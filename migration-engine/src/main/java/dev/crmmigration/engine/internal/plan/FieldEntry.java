package dev.crmmigration.engine.internal.plan;

import dev.crmmigration.api.catalog.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * A field of the source that has values and that no row reads, and what becomes of it.
 *
 * @param object the object of the source
 * @param field the field's key
 * @param label what people see
 * @param type what kind of value it holds
 * @param row the row whose records carry it
 * @param part the part of that row
 * @param decision what becomes of it; empty while that is open
 * @param target the key of a system field or the label of a custom field; empty text if it goes nowhere
 * @param options what a pick-list that is made for it offers
 * @param evidence what was proposed, and why; empty where only decisions count
 */
record FieldEntry(
        String object,
        String field,
        String label,
        FieldType type,
        String row,
        String part,
        Optional<FieldDecision> decision,
        String target,
        List<String> options,
        Optional<FieldEvidence> evidence) {

    FieldEntry {
        options = List.copyOf(options);
    }

    /** Returns how questions and value maps name it. */
    String name() {
        return object + "." + field;
    }

    boolean isFor(FieldEntry other) {
        return object.equals(other.object) && field.equals(other.field);
    }

    boolean is(FieldDecision what) {
        return decision.equals(Optional.of(what));
    }

    /** Tells whether a person has decided otherwise than proposed. */
    boolean isEdited() {
        return evidence.filter(proposed -> proposed.decision().equals(decision)
                        && (decision.isEmpty() || proposed.target().equals(target)))
                .isEmpty();
    }

    FieldEntry deciding(Optional<FieldDecision> what, String where) {
        return new FieldEntry(object, field, label, type, row, part, what, where, options, evidence);
    }

    FieldEntry withEvidence(Optional<FieldEvidence> proposed) {
        return new FieldEntry(object, field, label, type, row, part, decision, target, options, proposed);
    }

    /**
     * Why something is proposed.
     *
     * @param decision what counts unless a person decides otherwise; empty if a person has to decide
     * @param target where it would go
     * @param tier {@code AUTO}, {@code CONFIRM} or {@code UNMAPPED}
     * @param confidence from 0 to 1, two digits
     * @param reasons the weightiest first
     * @param rivals what else it could become
     * @param advice what the advisor said, if one was asked
     */
    record FieldEvidence(
            Optional<FieldDecision> decision,
            String target,
            String tier,
            String confidence,
            List<String> reasons,
            List<String> rivals,
            List<String> advice) {

        FieldEvidence {
            reasons = List.copyOf(reasons);
            rivals = List.copyOf(rivals);
            advice = List.copyOf(advice);
        }
    }
}
