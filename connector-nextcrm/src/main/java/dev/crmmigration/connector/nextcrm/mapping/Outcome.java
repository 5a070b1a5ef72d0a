package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an opportunity ended. NextCRM has no word for won: the only code of it that closes opportunities is a rule for lost
 * ones, while won ones stay active in a late stage. So first the reason of that rule counts, then the stage, then the status.
 */
public final class Outcome {

    private static final String STATUS_MAP = "opportunityStatus";

    private static final String BY_STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Business business;

    public Outcome(Business business) {
        this.business = business;
    }

    /** Returns what each status says, for the plan. */
    public static ValueMap statuses() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("ACTIVE", "open");
        outcomes.put("PENDING", "open");
        outcomes.put("not given", "open");
        outcomes.put("CLOSED", "won");
        outcomes.put("INACTIVE", "lost");
        return new ValueMap(STATUS_MAP, List.of("open", "won", "lost"), outcomes);
    }

    /** Returns, over an opportunity, why it was lost. */
    public String reason() {
        return "coalesce(" + business.column("opportunity", "close_reason")
                + ", concat(\"NextCRM status \", status), \"not given\")";
    }

    /** Returns, over an opportunity, one of three expressions by how it ended. */
    public String byOutcome(String won, String lost, String open) {
        return "case(" + killed() + " => " + lost + ", " + inWonStage() + " => " + won + ", eq(" + BY_STATUS
                + ", \"won\") => " + won + ", eq(" + BY_STATUS + ", \"lost\") => " + lost + ", else => " + open + ")";
    }

    private String killed() {
        return business.has("opportunity", "close_reason") && business.chose(NextCrmChoices.KILL_RULE, "lost")
                ? "and(eq(status, \"CLOSED\"), present(close_reason))"
                : "false";
    }

    private String inWonStage() {
        if (!business.has("stage") || !business.chose(NextCrmChoices.WON_STAGES, "byStage")) {
            return "false";
        }
        String kind = business.has("stage", "stage_kind") ? "in(stage_kind, \"delivery\", \"care\")" : "false";
        return "related(stage, on: $id, equals: stage_id, where: or(ge(probability, 100), " + kind + "), reduce: any)";
    }

    public String wonAt() {
        return "coalesce(" + moments("closed_at", "stage_changed_at", "stage_entered_at", "updatedAt", "createdAt")
                + ")";
    }

    public String closedAt() {
        return "coalesce(" + moments("closed_at", "updatedAt", "createdAt") + ")";
    }

    private String moments(String... fields) {
        StringBuilder moments = new StringBuilder();
        for (String field : fields) {
            moments.append(moments.isEmpty() ? "" : ", ").append(business.column("opportunity", field));
        }
        return moments.toString();
    }
}
