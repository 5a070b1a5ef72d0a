package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.TransactionText.REFUND;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.SaleText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.List;

/**
 * How the deal of a transaction ended: won when paid, lost when all was given back, open while it is pending. A refund
 * with a deal of its own, because its payment is not in the export, is a lost deal that says so.
 */
final class SaleOutcome {

    private final SaleText text;
    private final DestinationView account;
    private final Pipeline stages;

    SaleOutcome(Export export, DestinationView account) {
        this.text = new SaleText(export);
        this.account = account;
        this.stages = Stages.of(export, account, "Kartra sales", List.of("Pending", "Completed", "Refunded"));
    }

    void addTo(Fields fields) {
        stages.schema().forEach(fields::needs);
        fields.set("status", text.byOutcome(status("lost"), status("open"), status("won")))
                .set(
                        "stage_id",
                        text.byOutcome(stages.stage("Refunded"), stages.stage("Pending"), stages.stage("Completed")))
                .set("won_time", text.byOutcome("null", "null", text.date()), "date")
                .set(
                        "lost_time",
                        "case(" + REFUND + " => " + text.date() + ", else => " + text.refundedOn() + ")",
                        "date")
                .set("lost_reason", text.reason())
                .custom("refunded_amount__c", FieldType.MONEY, text.refundedAmount());
    }

    private String status(String word) {
        return Deals.status(account, word);
    }
}
