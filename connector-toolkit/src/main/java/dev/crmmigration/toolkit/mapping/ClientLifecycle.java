package dev.crmmigration.toolkit.mapping;

import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle stage and the status of contacts that fit the status of a client. The stages are the account's own; what it
 * does not have is an open question.
 *
 * @param contact the contacts of the destination
 * @param stages the name of the value map of stages
 * @param statuses the name of that of statuses
 */
public record ClientLifecycle(String contact, String stages, String statuses) {

    private static final String STAGE = "lifecycle_stage_id";
    private static final String STATUS = "contact_status_id";

    public List<ValueMap> valueMaps(DestinationView account) {
        return List.of(
                account.matching(stages, contact, STAGE, words("Lead", "Customer", "Customer")),
                account.matching(statuses, contact, STATUS, words("New", "Won", "Churned")));
    }

    private static Map<String, String> words(String lead, String active, String former) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("lead", lead);
        words.put("active", active);
        words.put("inactive", former);
        words.put("archived", former);
        return words;
    }

    /** Sets both, by the expression of the status. */
    public Fields set(Fields fields, String status) {
        return fields.set(STAGE, "map(" + Expressions.text(stages) + ", " + status + ")")
                .set(STATUS, "map(" + Expressions.text(statuses) + ", " + status + ")");
    }

    public Loss loss() {
        return new Loss(
                "leads",
                "accounts of the suite have no leads",
                "contacts in the lifecycle stage Lead; which stage each status means stands in the plan");
    }
}
