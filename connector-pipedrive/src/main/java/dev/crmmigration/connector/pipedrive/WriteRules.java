package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.toolkit.destination.FieldBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Pipedrive wants of several fields together. Checked before a call, so that a refusal names the field and says what
 * to do.
 *
 * @param stagesWithProbability the stages of pipelines whose deals may have a probability of their own
 */
record WriteRules(Set<String> stagesWithProbability) {

    private static final List<String> NOTE_PARENTS = List.of("person_id", "org_id", "deal_id", "lead_id");
    private static final Map<String, String> PINS = Map.of(
            "pinned_to_deal_flag", "deal_id",
            "pinned_to_organization_flag", "org_id",
            "pinned_to_person_flag", "person_id",
            "pinned_to_lead_flag", "lead_id");
    private static final String NAME = "name";
    private static final String FIRST = "first_name";
    private static final String LAST = "last_name";

    WriteRules {
        stagesWithProbability = Set.copyOf(stagesWithProbability);
    }

    List<FieldError> check(PipedriveObject object, Map<String, FieldValue> values, boolean create) {
        return switch (object) {
            case DEAL -> probability(values);
            case LEAD -> create ? leadParent(values) : List.of();
            case ACTIVITY -> oneParent(values);
            case NOTE -> create ? note(values) : List.of();
            default -> List.of();
        };
    }

    private List<FieldError> probability(Map<String, FieldValue> values) {
        Optional<Object> stage = FieldBodies.present(values, "stage_id");
        boolean isOff = stage.isPresent() && !stagesWithProbability.contains(stage.get());
        return FieldBodies.has(values, "probability") && isOff
                ? List.of(new FieldError(
                        "probability",
                        "PROBABILITY_OFF",
                        "The deal's pipeline has no deal probability. Switch it on (Company settings > Pipelines), or "
                                + "take the field out of the plan."))
                : List.of();
    }

    private static List<FieldError> leadParent(Map<String, FieldValue> values) {
        return FieldBodies.has(values, "person_id") || FieldBodies.has(values, "organization_id")
                ? List.of()
                : List.of(new FieldError(
                        "person_id", "NO_PARENT", "A lead needs a person or an organization. Map one of them."));
    }

    /** Pipedrive would keep the deal and drop the lead without a word (changelog of March 2024). */
    private static List<FieldError> oneParent(Map<String, FieldValue> values) {
        return FieldBodies.has(values, "deal_id") && FieldBodies.has(values, "lead_id")
                ? List.of(new FieldError(
                        "lead_id", "TWO_PARENTS", "An activity hangs on a deal or on a lead. Map one of them."))
                : List.of();
    }

    private static List<FieldError> note(Map<String, FieldValue> values) {
        if (NOTE_PARENTS.stream().noneMatch(parent -> FieldBodies.has(values, parent))) {
            return List.of(new FieldError(
                    "", "NO_PARENT", "A note needs a person, an organization, a deal or a lead. Map one of them."));
        }
        List<FieldError> errors = new ArrayList<>();
        PINS.forEach((pin, parent) -> {
            if (FieldBodies.present(values, pin).equals(Optional.of(true)) && !FieldBodies.has(values, parent)) {
                errors.add(new FieldError(
                        pin, "NO_PARENT", "A note is pinned to what it hangs on. Map " + parent + " as well."));
            }
        });
        return errors;
    }

    /**
     * Mends a body whose fields say the same thing twice: a person has a name, or a first and a last name, of which either
     * may be empty (migration guide of v2). Two parts say more than the whole; one alone does only if it is all of it.
     */
    static void settle(PipedriveObject object, Map<String, @Nullable Object> json, boolean create) {
        if (object != PipedriveObject.PERSON || !(json.containsKey(FIRST) || json.containsKey(LAST))) {
            return;
        }
        String first = text(json, FIRST);
        String last = text(json, LAST);
        String whole = text(json, NAME);
        boolean partsSayAll = whole.isEmpty()
                || (!first.isEmpty() && !last.isEmpty())
                || (first + " " + last).strip().equals(whole);
        if (!partsSayAll) {
            json.remove(FIRST);
            json.remove(LAST);
            return;
        }
        json.remove(NAME);
        if (create || !whole.isEmpty() || json.containsKey(FIRST)) {
            json.put(FIRST, first);
        }
        if (create || !whole.isEmpty() || json.containsKey(LAST)) {
            json.put(LAST, last);
        }
    }

    private static String text(Map<String, @Nullable Object> json, String field) {
        return json.get(field) instanceof String text ? text.strip() : "";
    }
}
