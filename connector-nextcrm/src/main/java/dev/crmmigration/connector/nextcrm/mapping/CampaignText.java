package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a destination that sends no campaigns has to say of one. */
public final class CampaignText {

    public static final List<String> STATUSES = List.of("Draft", "Scheduled", "Sending", "Sent", "Paused");

    /** The value map of the statuses of campaigns. */
    public static final String STAGES = "campaignStage";

    private CampaignText() {}

    /** A status that NextCRM does not have today, and with 'paused' one that is under way, is a question. */
    public static ValueMap stages(Business business) {
        boolean accepted = business.chose(NextCrmChoices.ACTIVE_SENDS, "accepted");
        Map<String, String> stages = new LinkedHashMap<>();
        for (String status : STATUSES) {
            if (accepted || !List.of("Scheduled", "Sending").contains(status)) {
                stages.put(status, status);
            }
        }
        stages.put("not given", "Draft");
        return new ValueMap(STAGES, STATUSES, stages);
    }

    /** Returns, over a campaign, its status in the words of the plan. */
    public static String status() {
        return "map(\"" + STAGES + "\", coalesce(status, \"not given\"))";
    }

    /** Returns the steps in their order, for HTML. */
    public static String steps(Business business) {
        return business.has("campaignStep")
                ? "join(\"<br>\", related(campaignStep, on: campaign, equals: $id, each: concat(\"Step \", html(text(order)),"
                        + " \" after \", text(delay_days), \" day(s) to \", html(send_to), \": \", html(subject)), reduce:"
                        + " list, order: order))"
                : "null";
    }

    /** Returns the steps in their order, as plain text. */
    public static String plainSteps(Business business) {
        return business.has("campaignStep")
                ? "join(\"; \", related(campaignStep, on: campaign, equals: $id, each: concat(\"Step \", text(order), \" after"
                        + " \", text(delay_days), \" day(s) to \", send_to, \": \", subject), reduce: list, order: order))"
                : "null";
    }

    /** Returns the names of the lists that it goes to. */
    public static String lists(Business business) {
        return business.has("campaignAudience") && business.has("targetList")
                ? "join(\", \", related(campaignAudience, on: campaign, equals: $id, each: related(targetList, on: $id,"
                        + " equals: list, each: name), reduce: list))"
                : "null";
    }
}
