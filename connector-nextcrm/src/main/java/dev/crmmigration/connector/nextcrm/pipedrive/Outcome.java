package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;

/**
 * How an opportunity ended. NextCRM has no word for won: the only code of it that closes opportunities is a rule for lost
 * ones, while won ones stay active in a late stage. So first the reason of that rule counts, then the stage, then the status.
 */
final class Outcome {

    static final String STATUS_MAP = "opportunityStatus";

    private static final String BY_STATUS = "map(\"" + STATUS_MAP + "\", coalesce(status, \"not given\"))";

    private final Business business;
    private final DestinationView account;

    Outcome(Business business, DestinationView account) {
        this.business = business;
        this.account = account;
    }

    void addTo(Fields fields) {
        String killed = business.column("opportunity", "close_reason");
        fields.set("status", byOutcome(status("won"), status("lost"), status("open")))
                .set("won_time", byOutcome(wonAt(), "null", "null"))
                .set("lost_time", byOutcome("null", closedAt(), "null"))
                .set(
                        "lost_reason",
                        byOutcome(
                                "null",
                                "coalesce(" + killed + ", concat(\"NextCRM status \", status), \"not given\")",
                                "null"));
    }

    private String byOutcome(String won, String lost, String open) {
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

    private String wonAt() {
        return "coalesce(" + moments("closed_at", "stage_changed_at", "stage_entered_at", "updatedAt", "createdAt")
                + ")";
    }

    private String closedAt() {
        return "coalesce(" + moments("closed_at", "updatedAt", "createdAt") + ")";
    }

    private String moments(String... fields) {
        StringBuilder moments = new StringBuilder();
        for (String field : fields) {
            moments.append(moments.isEmpty() ? "" : ", ").append(business.column("opportunity", field));
        }
        return moments.toString();
    }

    private String status(String word) {
        return Expressions.text(account.label(DEAL, "status", word));
    }
}
