package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.CampaignText;
import dev.crmmigration.connector.nextcrm.mapping.NextCrmChoices;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes campaigns down, with steps, lists and counts, to be built again. */
public final class CampaignToCsv extends FreshsalesRow {

    private static final String FROM = "campaign";

    public CampaignToCsv() {
        super(8, "Campaign -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(NextCrmChoices.ACTIVE_SENDS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(CampaignText.stages(new Business(context)));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "campaigns",
                        "campaigns of Freshsales are made on its pages only",
                        "a CSV file with status, steps, lists and counts"),
                new Loss(
                        "single sends of campaigns",
                        "Freshsales takes no history of them",
                        "counts of sent, opened, clicked, bounced and unsubscribed in the CSV file"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.add(document(business));
        }
        exclude(parts, business, "campaignTemplate", "a template is rebuilt where mail is sent from in future");
        exclude(parts, business, "campaignStep", "it stands in the line of its campaign");
        exclude(parts, business, "campaignAudience", "it stands in the line of its campaign");
        exclude(parts, business, "campaignSend", "it is counted in the line of its campaign");
        return parts;
    }

    private static MappingPart document(Business business) {
        List<MappingPart.Document.Column> columns = new ArrayList<>();
        columns.add(MappingPart.Document.Column.of("Name", "name"));
        columns.add(MappingPart.Document.Column.of("Status", CampaignText.status()));
        columns.add(MappingPart.Document.Column.of("From", business.column(FROM, "from_name")));
        columns.add(MappingPart.Document.Column.of("Sent on", "utcDate(" + business.column(FROM, "sent_at") + ")"));
        columns.add(MappingPart.Document.Column.of("Lists", CampaignText.lists(business)));
        columns.add(MappingPart.Document.Column.of("Steps", CampaignText.plainSteps(business)));
        for (String count : List.of("audience", "sent", "opened", "clicked", "bounced", "unsubscribed")) {
            columns.add(MappingPart.Document.Column.of(
                    count.substring(0, 1).toUpperCase(Locale.ROOT) + count.substring(1), business.column(FROM, count)));
        }
        columns.add(MappingPart.Document.Column.of("Description", business.column(FROM, "description")));
        return MappingPart.Document.of(
                FROM,
                "true",
                "campaigns",
                "A line for each campaign, with what is needed to build it again.",
                columns.toArray(MappingPart.Document.Column[]::new));
    }
}
