package dev.crmmigration.connector.pipedrive;

import dev.crmmigration.api.catalog.FieldDescription;
import dev.crmmigration.api.destination.FieldError;
import dev.crmmigration.api.record.FieldValue;
import dev.crmmigration.toolkit.destination.FieldBodies;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Pipedrive wants of single fields. Checked before a call, since its own refusals do not always name the field. */
final class FieldRules {

    static final FieldBodies BODIES = new FieldBodies("Pipedrive", Codecs::of);

    private static final Set<String> NAME_IN_PARTS = Set.of("first_name", "last_name");

    /** Fields that Pipedrive fills by itself and never empties: it takes the {@code null} and keeps what it has. */
    private static final Map<PipedriveObject, Set<String>> KEPT = Map.of(
            PipedriveObject.DEAL, Set.of("won_time", "lost_time", "close_time"),
            PipedriveObject.ACTIVITY, Set.of("busy"),
            PipedriveObject.NOTE,
                    Set.of(
                            "add_time",
                            "user_id",
                            "pinned_to_deal_flag",
                            "pinned_to_organization_flag",
                            "pinned_to_person_flag",
                            "pinned_to_lead_flag"));

    private FieldRules() {}

    /** Returns what the body of a create has to give and does not; a name may come in parts. */
    static List<FieldError> missing(
            PipedriveObject object, List<FieldDescription> fields, Map<String, FieldValue> values) {
        return BODIES.missing(
                fields.stream()
                        .filter(field -> !isInParts(object, field, values))
                        .toList(),
                values);
    }

    private static boolean isInParts(PipedriveObject object, FieldDescription field, Map<String, FieldValue> values) {
        return object == PipedriveObject.PERSON
                && field.key().equals("name")
                && NAME_IN_PARTS.stream().anyMatch(part -> FieldBodies.has(values, part));
    }

    /** Returns the fields that an update wants to empty and Pipedrive does not. */
    static List<FieldError> kept(PipedriveObject object, Map<String, FieldValue> values) {
        return KEPT.getOrDefault(object, Set.of()).stream()
                .filter(key -> values.containsKey(key) && !FieldBodies.has(values, key))
                .sorted()
                .map(key -> new FieldError(
                        key, "NEVER_EMPTY", "Pipedrive does not empty this field. Take it out of the plan."))
                .toList();
    }
}
