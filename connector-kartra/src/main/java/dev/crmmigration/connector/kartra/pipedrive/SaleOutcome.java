package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.AMOUNT;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.FULL_REFUND;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.REFUND;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.is;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.Pipeline;
import java.util.List;

/**
 * How the deal of a transaction ended: won when paid, lost when all was given back, open while it is pending. A refund
 * with a deal of its own, because its payment is not in the export, is a lost deal that says so.
 */
final class SaleOutcome {

    private static final String PENDING = is("Pending");

    private final TransactionText text;
    private final DestinationView account;
    private final Pipeline stages;
    private final String date;

    SaleOutcome(Export export, DestinationView account) {
        this.text = new TransactionText(export);
        this.account = account;
        this.stages = Stages.of(export, account, "Kartra sales", List.of("Pending", "Completed", "Refunded"));
        this.date = export.column(TRANSACTION, "date");
    }

    void addTo(Fields fields) {
        stages.schema().forEach(fields::needs);
        fields.set("status", byOutcome(status("lost"), status("open"), status("won")))
                .set(
                        "stage_id",
                        byOutcome(stages.stage("Refunded"), stages.stage("Pending"), stages.stage("Completed")))
                .set("won_time", byOutcome("null", "null", date), "date")
                .set("lost_time", "case(" + REFUND + " => " + date + ", else => " + refundedOn() + ")", "date")
                .set("lost_reason", reason())
                .custom("refunded_amount__c", FieldType.MONEY, refundedAmount());
    }

    private String byOutcome(String lost, String pending, String won) {
        String isLost = text.knowsPairs() ? "or(" + REFUND + ", " + wasGivenBack(FULL_REFUND) + ")" : REFUND;
        return "case(" + isLost + " => " + lost + ", " + PENDING + " => " + pending + ", else => " + won + ")";
    }

    private String status(String word) {
        return Deals.status(account, word);
    }

    private String reason() {
        String own = is("Chargeback") + " => \"Chargeback (no sale found)\", " + REFUND
                + " => \"Refunded (no sale found)\", ";
        String paired = text.knowsPairs()
                ? wasGivenBack(is("Chargeback")) + " => \"Chargeback\", " + wasGivenBack(is("Refund"))
                        + " => \"Refunded\", "
                : "";
        return "case(" + own + paired + "else => null)";
    }

    private String refundedOn() {
        return text.knowsPairs() ? text.refunds(FULL_REFUND, date, "last") : "null";
    }

    private String refundedAmount() {
        String own = REFUND + " => money(" + AMOUNT + ", currency(amount)), ";
        String paired = text.knowsPairs()
                ? wasGivenBack(REFUND) + " => money(" + text.refunds(REFUND, AMOUNT, "sum") + ", currency(amount)), "
                : "";
        return "case(" + own + paired + "else => null)";
    }

    private String wasGivenBack(String kinds) {
        return text.refunds(kinds, "$id", "any");
    }
}
