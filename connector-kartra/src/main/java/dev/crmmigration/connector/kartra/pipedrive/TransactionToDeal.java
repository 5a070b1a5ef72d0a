package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.AMOUNT;
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
import dev.crmmigration.connector.kartra.mapping.TransactionAccounting;
import dev.crmmigration.connector.kartra.mapping.TransactionText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a deal of every sale, and accounts for every other transaction.
 *
 * <p>The values of all deals together are the amounts of all sales, recurring and pending payments, and of those refunds
 * whose payment is not in the export.
 */
public final class TransactionToDeal extends KartraRow {

    public TransactionToDeal() {
        super(3, "Transaction -> Deal", Fidelity.ONE_TO_ONE);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.PIPELINES, KartraChoices.REBILLS, KartraChoices.UNLINKED_TRANSACTIONS);
    }

    @Override
    public List<ValueMap> valueMaps(MappingContext context) {
        return List.of(TransactionText.kinds());
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "creation time of deals",
                        "Pipedrive takes none; reports on deal age begin on the day of the import",
                        "kartra_transaction_date__c, expected_close_date, won_time and lost_time"),
                new Loss(
                        "type of transactions that are no deal",
                        "failed payments and cancellations are no sales",
                        "they show in the status of the subscription's deal, and are counted as folded into it"),
                new Loss(
                        "refunds whose payment is not in the export",
                        "Kartra's export does not say which payment a refund gives back",
                        "a lost deal of their own with '(no sale found)' in the reason"),
                new Loss(
                        "buyer, tax, shipping and tracking columns",
                        "they are a snapshot of the purchase and must not overwrite the person",
                        "they stay in the export"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        if (!export.has(TRANSACTION)) {
            return List.of();
        }
        TransactionAccounting accounting =
                new TransactionAccounting(new TransactionText(export), TRANSACTION_TO_DEAL, SUBSCRIPTION_TO_DEAL);
        Fields fields = new Fields(export, TRANSACTION, DEAL)
                .set(
                        "title",
                        "concat(coalesce(" + export.column(TRANSACTION, "product") + ", \"Transaction\"), \" #\", $id)")
                .set("value", AMOUNT)
                .set("currency", "currency(amount)")
                .set("expected_close_date", export.day("date"), "date")
                .custom("kartra_transaction_date__c", FieldType.DATE, export.day("date"), "date")
                .custom("payment_method__c", FieldType.TEXT, "processor", "processor");
        new SaleOutcome(export, account).addTo(fields);
        new Deals(export).belong(fields, TRANSACTION, "lead_id", "buyer_email");
        new OtherColumns(export).addTo(fields, TRANSACTION, TransactionText.DETAILS, "kartra");
        RecordsBuilder deals = MappingPart.Records.from(TRANSACTION).to(DEAL).where(accounting.ownDeal());
        if (export.has(TRANSACTION, "date")) {
            deals.orderBy("date");
        }
        List<MappingPart> parts = new ArrayList<>();
        parts.add(fields.into(deals).build());
        parts.addAll(accounting.others());
        return parts;
    }
}
