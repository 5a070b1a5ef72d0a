package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.SubscriptionText.STATUS;
import static dev.crmmigration.connector.kartra.mapping.SubscriptionText.is;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.DEAL;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingContext;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.connector.kartra.mapping.OtherColumns;
import dev.crmmigration.connector.kartra.mapping.SubscriptionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.List;

/** Makes a deal of every subscription; it carries the recurring payments, not the first one, which is a sale. */
public final class SubscriptionToDeal extends KartraRow {

    public SubscriptionToDeal() {
        super(4, "Subscription -> Deal (recurring)", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(KartraChoices.REBILLS, Choices.PIPELINES, KartraChoices.UNLINKED_TRANSACTIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(SubscriptionText.statuses());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "MRR and ARR",
                        "Kartra does not export them, and a figure of ours would not be Kartra's",
                        "period, next payment and payments so far are in the deal's fields and value"),
                new Loss(
                        "creation time of deals",
                        "Pipedrive takes none; reports on deal age begin on the day of the import",
                        "subscription_start_date__c"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(SUBSCRIPTION)) {
            return List.of();
        }
        SubscriptionText text = new SubscriptionText(export);
        String product = export.column(SUBSCRIPTION, "product_name");
        Fields fields = new Fields(export, SUBSCRIPTION, DEAL)
                .set("title", "concat(coalesce(" + product + ", \"Subscription\"), \" (subscription #\", $id, \")\")")
                .set("value", text.value())
                .set("currency", text.currency())
                .pickList("subscription_status__c", FieldType.CHOICE, SubscriptionText.STATUSES, STATUS)
                .custom("subscription_start_date__c", FieldType.DATE, export.day("start_date"), "start_date")
                .custom("subscription_product__c", FieldType.TEXT, "product_name", "product_name")
                .custom("refunded_amount__c", FieldType.MONEY, text.refunded());
        outcome(fields, account, text);
        stage(
                fields,
                Stages.of(
                        export,
                        account,
                        "Kartra subscriptions",
                        List.of("Active", "Paused", "Cancelled", "Terminated")));
        new Deals(export).belong(fields, SUBSCRIPTION, "lead_id", "lead_email");
        new OtherColumns(export).addTo(fields, SUBSCRIPTION, SubscriptionText.DETAILS, "subscription");
        RecordsBuilder deals = MappingPart.Records.from(SUBSCRIPTION).to(DEAL);
        if (export.has(SUBSCRIPTION, "start_date")) {
            deals.orderBy("start_date");
        }
        return List.of(fields.into(deals).build());
    }

    private static void outcome(Fields fields, DestinationView account, SubscriptionText text) {
        String cancelled = is("Cancelled");
        String terminated = is("Terminated");
        fields.set(
                "status",
                "case(" + cancelled + " => " + Deals.status(account, "lost") + ", " + terminated + " => "
                        + Deals.status(account, "won") + ", else => " + Deals.status(account, "open") + ")");
        fields.set(
                "lost_reason",
                "case(not(" + cancelled + ") => null, " + text.cancelledByFailure()
                        + " => \"Payment failure\", else => \"Cancelled by customer\")");
        fields.set("lost_time", "case(" + cancelled + " => " + text.cancelledAt() + ", else => null)");
        fields.set("won_time", "case(" + terminated + " => " + text.terminatedAt() + ", else => null)");
    }

    private static void stage(Fields fields, Pipeline stages) {
        stages.schema().forEach(fields::needs);
        fields.set(
                "stage_id",
                "case(" + is("Paused") + " => " + stages.stage("Paused") + ", " + is("Cancelled")
                        + " => " + stages.stage("Cancelled") + ", " + is("Terminated") + " => "
                        + stages.stage("Terminated")
                        + ", else => " + stages.stage("Active") + ")");
    }
}
