package dev.crmmigration.connector.nextcrm.pipedrive;

import static dev.crmmigration.toolkit.mapping.Expressions.line;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.CampaignText;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/** Makes a deal of every campaign in a pipeline of their own, with a note that says how to build it again. */
public final class CampaignToDeal extends NextCrmRow {

    private static final String FROM = "campaign";
    private static final String PIPELINE = "Campaigns";

    public CampaignToDeal() {
        super(8, "Campaign -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(NextCrmChoices.ACTIVE_SENDS);
    }

    /** A status that NextCRM does not have today, and with 'paused' one that is under way, is a question. */
    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(CampaignText.stages(new Business(context)));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "campaigns",
                        "Pipedrive's deals send nothing",
                        "a deal in the pipeline 'Campaigns' by status, and a note with steps, lists and counts"),
                new Loss(
                        "single sends of campaigns",
                        "Pipedrive has no history of them",
                        "counts of sent, opened, clicked, bounced and unsubscribed in fields of the deal"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.add(deals(business));
            parts.add(notes(business));
        }
        exclude(parts, business, "campaignTemplate", "a template is rebuilt where mail is sent from in future");
        exclude(parts, business, "campaignStep", "it is a line of the note on its campaign");
        exclude(parts, business, "campaignAudience", "it is a line of the note on its campaign");
        exclude(parts, business, "campaignSend", "it is counted in the fields of its campaign");
        return parts;
    }

    private static void exclude(List<MappingPart> parts, Business business, String object, String reason) {
        if (business.has(object)) {
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    private static MappingPart deals(Business business) {
        ObjectType deal = ObjectType.of(DEAL);
        Fields fields = new Fields(business, FROM, DEAL)
                .needs(SchemaElement.pipeline(deal, PIPELINE))
                .set("title", "coalesce(trim(name), concat(\"Campaign \", $id))")
                .set("stage_id", "concat(\"" + PIPELINE + " / \", " + CampaignText.status() + ")")
                .custom("NextCRM campaign sent on", FieldType.DATE, "utcDate(sent_at)", "sent_at");
        CampaignText.STATUSES.forEach(status -> fields.needs(SchemaElement.stage(deal, "stage_id", PIPELINE, status)));
        for (String count : List.of("audience", "sent", "opened", "clicked", "bounced", "unsubscribed")) {
            fields.custom("NextCRM campaign " + count, FieldType.INTEGER, count, count);
        }
        return fields.into(MappingPart.Records.from(FROM).to(DEAL).orderBy(business.column(FROM, "created_on")))
                .build();
    }

    private static MappingPart notes(Business business) {
        return MappingPart.Records.from(FROM)
                .to(NOTE)
                .part("document")
                .set(
                        "content",
                        "join(\"<br>\", concat(\"How to build the campaign again: \", html(name)), "
                                + line("Status", "status") + ", " + line("From", "from_name") + ", "
                                + line("Lists", CampaignText.lists(business)) + ", "
                                + line("Audience", "text(audience)") + ", "
                                + line("Sent", "text(sent)") + ", " + line("Opened", "text(opened)") + ", "
                                + line("Clicked", "text(clicked)") + ", " + line("Bounced", "text(bounced)") + ", "
                                + line("Unsubscribed", "text(unsubscribed)") + ", " + CampaignText.steps(business)
                                + ", case(empty(description) => null, else => html(description)))")
                .set("deal_id", "link(CampaignToDeal, $id)")
                .build();
    }
}
