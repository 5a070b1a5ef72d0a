package dev.crmmigration.connector.nextcrm.app;

import static dev.crmmigration.connector.nextcrm.app.ColumnKind.LINE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.MOMENT;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.PROSE;
import static dev.crmmigration.connector.nextcrm.app.ColumnKind.WHOLE;

import java.util.List;

/** Campaigns with their steps, audience and history. */
final class CampaignTables {

    private static final List<String> TABLES = List.of("crm_campaign_sends");

    static final List<AppTable> ALL = List.of(templates(), campaigns(), steps(), audience(), sends());

    private CampaignTables() {}

    private static AppTable templates() {
        return AppTable.of("campaignTemplate", "crm_campaign_templates")
                .columns(LINE, "name", "subject_default")
                .columns(PROSE, "description")
                .columns(MOMENT, "created_on", "updatedAt")
                .deletedAt()
                .changed("updatedAt", "created_on")
                .build();
    }

    /** The page deletes a campaign by its status alone, the tools for assistants by the moment alone. */
    private static AppTable campaigns() {
        return AppTable.of("campaign", "crm_campaigns")
                .columns(LINE, "name", "status", "from_name", "reply_to")
                .columns(PROSE, "description")
                .columns(MOMENT, "scheduled_at", "sent_at", "created_on", "updatedAt")
                .column(Column.owner("owner_email", "created_by"))
                .column(Column.derived(
                        "audience",
                        WHOLE,
                        "(SELECT count(DISTINCT m.target_id) FROM \"CampaignToTargetLists\" l JOIN \"TargetsToTargetLists\" m"
                                + " ON m.target_list_id = l.target_list_id WHERE l.campaign_id = t.id)",
                        List.of(),
                        "CampaignToTargetLists",
                        "TargetsToTargetLists"))
                .column(sends("sent", "s.sent_at IS NOT NULL OR s.status IN ('sent', 'delivered', 'bounced')"))
                .column(sends("opened", "s.opened_at IS NOT NULL"))
                .column(sends("clicked", "s.clicked_at IS NOT NULL"))
                .column(sends("bounced", "s.status = 'bounced'"))
                .column(sends("unsubscribed", "s.unsubscribed_at IS NOT NULL"))
                .deletedAt()
                .deletedIf("status", "t.\"status\" = 'deleted'")
                .changed("updatedAt", "created_on")
                .wholeOnly()
                .build();
    }

    private static Column sends(String key, String condition) {
        return Column.derived(
                key,
                WHOLE,
                "(SELECT count(*) FROM \"crm_campaign_sends\" s WHERE s.campaign_id = t.id AND (" + condition + "))",
                List.of(),
                TABLES.get(0));
    }

    private static AppTable steps() {
        return AppTable.of("campaignStep", "crm_campaign_steps")
                .column(Column.reference("campaign", "campaign_id", "campaign"))
                .columns(WHOLE, "order", "delay_days")
                .columns(LINE, "subject", "send_to")
                .columns(MOMENT, "scheduled_at", "sent_at")
                .build();
    }

    private static AppTable audience() {
        return AppTable.of("campaignAudience", "CampaignToTargetLists")
                .key("campaign_id", "target_list_id")
                .column(Column.reference("campaign", "campaign_id", "campaign"))
                .column(Column.reference("list", "target_list_id", "targetList"))
                .build();
    }

    private static AppTable sends() {
        return AppTable.of("campaignSend", "crm_campaign_sends")
                .column(Column.reference("campaign", "campaign_id", "campaign"))
                .column(Column.reference("step", "step_id", "campaignStep"))
                .column(Column.reference("target", "target_id", "target"))
                .columns(LINE, "email", "status")
                .columns(MOMENT, "sent_at", "opened_at", "clicked_at", "unsubscribed_at")
                .changed("sent_at")
                .wholeOnly()
                .build();
    }
}
