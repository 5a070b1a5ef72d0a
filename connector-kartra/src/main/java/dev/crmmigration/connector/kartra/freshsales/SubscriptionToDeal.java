package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.SubscriptionText.is;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.connector.kartra.mapping.OtherColumns;
import dev.crmmigration.connector.kartra.mapping.SubscriptionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.List;
import java.util.Map;

/** Makes a deal of every subscription; it carries the recurring payments, not the first one, which is a sale. */
public final class SubscriptionToDeal extends FreshsalesRow {

    private static final String STAGE_MAP = "subscriptionStage";
    private static final Map<String, String> OUTCOMES = Stages.of(
            "Active", "Negotiation",
            "Cancellation requested", "Negotiation",
            "Paused", "Negotiation",
            "Cancelled", "Lost",
            "Terminated", "Won");

    public SubscriptionToDeal() {
        super(4, "Subscription -> Deal (recurring)", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.REBILLS, Choices.PIPELINE, KartraChoices.UNLINKED_TRANSACTIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Stages stages = new Stages(new Export(context), new DestinationView(context.destination()));
        return List.of(SubscriptionText.statuses(), stages.valueMap(STAGE_MAP, OUTCOMES));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "MRR and ARR",
                        "Kartra does not export them, and a figure of ours would not be Kartra's",
                        "period, next payment and payments so far are in the deal's fields and amount"),
                new Loss(
                        "creation time and age of deals", "Freshsales stamps them anew", "subscription_start_date__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SUBSCRIPTION)) {
            return List.of();
        }
        SubscriptionText text = new SubscriptionText(export);
        String product = export.column(SUBSCRIPTION, "product_name");
        Fields fields = new Fields(export, SUBSCRIPTION, DEAL)
                .withoutMoney()
                .set("name", "concat(coalesce(" + product + ", \"Subscription\"), \" (subscription #\", $id, \")\")")
                .set("amount", "money(" + text.value() + ", coalesce(" + text.currency() + ", \"USD\"))")
                .pickList(
                        "subscription_status__c", FieldType.CHOICE, SubscriptionText.STATUSES, SubscriptionText.STATUS)
                .moment(account, "subscription_start_date__c", "start_date", "start_date")
                .custom("subscription_product__c", FieldType.TEXT, "product_name", "product_name")
                .custom("refunded_amount__c", FieldType.MONEY, text.refunded())
                .custom(
                        "lost_reason__c",
                        FieldType.TEXT,
                        "case(not(" + is("Cancelled") + ") => null, " + text.cancelledByFailure()
                                + " => \"Payment failure\", else => \"Cancelled by customer\")");
        new Stages(export, account).addTo(fields, STAGE_MAP, OUTCOMES, SubscriptionText.STATUS);
        Deals.closed(
                fields,
                export,
                account,
                "case(" + is("Cancelled") + " => " + text.cancelledAt() + ", " + is("Terminated") + " => "
                        + text.terminatedAt() + ", else => null)");
        new Deals(export).belong(fields, SUBSCRIPTION, "lead_id", "lead_email");
        new OtherColumns(export).addTo(fields, SUBSCRIPTION, SubscriptionText.DETAILS, "subscription");
        return List.of(inOrder(
                        fields.into(MappingPart.Records.from(SUBSCRIPTION).to(DEAL)),
                        export,
                        SUBSCRIPTION,
                        "start_date")
                .build());
    }
}
