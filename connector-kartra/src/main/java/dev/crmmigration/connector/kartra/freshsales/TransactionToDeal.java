package dev.crmmigration.connector.kartra.freshsales;

import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.AMOUNT;
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
import dev.crmmigration.connector.kartra.mapping.SaleText;
import dev.crmmigration.connector.kartra.mapping.TransactionAccounting;
import dev.crmmigration.connector.kartra.mapping.TransactionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a deal of every sale, and accounts for every other transaction.
 *
 * <p>The amounts of all deals together are the amounts of all sales, recurring and pending payments, and of those refunds
 * whose payment is not in the export.
 */
public final class TransactionToDeal extends FreshsalesRow {

    private static final String STAGE_MAP = "saleStage";
    private static final Map<String, String> OUTCOMES =
            Stages.of("Completed", "Won", "Refunded", "Lost", "Pending", "Negotiation");

    public TransactionToDeal() {
        super(3, "Transaction -> Deal", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PIPELINE, KartraChoices.REBILLS, KartraChoices.UNLINKED_TRANSACTIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        Stages stages = new Stages(new Export(context), new DestinationView(context.destination()));
        return List.of(TransactionText.kinds(), stages.valueMap(STAGE_MAP, OUTCOMES));
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time and age of deals, probability",
                        "Freshsales stamps them anew, and the probability follows the stage",
                        "kartra_transaction_date__c and the close dates"),
                new Loss(
                        "reason of a refund",
                        "the reasons for lost deals are a list that is made in the account",
                        "the field lost_reason__c"),
                new Loss(
                        "type of transactions that are no deal",
                        "failed payments and cancellations are no sales",
                        "they show in the status of the subscription's deal, and are counted as folded into it"),
                new Loss(
                        "refunds whose payment is not in the export",
                        "Kartra's export does not say which payment a refund gives back",
                        "a lost deal of their own with '(no sale found)' in the reason"),
                new Loss("currency of refunded_amount__c", "fields for numbers have none", "it is that of the deal"),
                new Loss(
                        "buyer, tax, shipping and tracking columns",
                        "they are a snapshot of the purchase and must not overwrite the contact",
                        "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(TRANSACTION)) {
            return List.of();
        }
        SaleText sale = new SaleText(export);
        Fields fields = new Fields(export, TRANSACTION, DEAL)
                .withoutMoney()
                .set(
                        "name",
                        "concat(coalesce(" + export.column(TRANSACTION, "product") + ", \"Transaction\"), \" #\", $id)")
                .set("amount", "money(" + AMOUNT + ", currency(amount))")
                .set("expected_close", export.day("date"), "date")
                .moment(account, "kartra_transaction_date__c", "date", "date")
                .custom("payment_method__c", FieldType.TEXT, "processor", "processor")
                .custom("lost_reason__c", FieldType.TEXT, sale.reason())
                .custom("refunded_amount__c", FieldType.MONEY, sale.refundedAmount());
        String outcome = sale.byOutcome("\"Refunded\"", "\"Pending\"", "\"Completed\"");
        new Stages(export, account).addTo(fields, STAGE_MAP, OUTCOMES, outcome);
        if (export.has(TRANSACTION, "date")) {
            Deals.closed(
                    fields,
                    export,
                    account,
                    sale.byOutcome("coalesce(" + sale.refundedOn() + ", date)", "null", "date"));
        }
        new Deals(export).belong(fields, TRANSACTION, "lead_id", "buyer_email");
        new OtherColumns(export).addTo(fields, TRANSACTION, TransactionText.DETAILS, "kartra");
        TransactionAccounting accounting =
                new TransactionAccounting(new TransactionText(export), TRANSACTION_TO_DEAL, SUBSCRIPTION_TO_DEAL);
        List<MappingPart> parts = new ArrayList<>();
        parts.add(inOrder(
                        fields.into(
                                MappingPart.Records.from(TRANSACTION).to(DEAL).where(accounting.ownDeal())),
                        export,
                        TRANSACTION,
                        "date")
                .build());
        parts.addAll(accounting.others());
        return parts;
    }
}
