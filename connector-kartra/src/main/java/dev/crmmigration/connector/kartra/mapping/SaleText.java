package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.AMOUNT;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.FULL_REFUND;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.REFUND;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.is;

/**
 * Expressions over a transaction that is a deal: won when paid, lost when all was given back, open while it is pending. A
 * refund with a deal of its own, because its payment is not in the export, is a lost deal that says so.
 */
public final class SaleText {

    private static final String PENDING = is("Pending");

    private final TransactionText text;
    private final String date;

    public SaleText(Export export) {
        this.text = new TransactionText(export);
        this.date = export.column(TRANSACTION, "date");
    }

    /** Returns when money moved. */
    public String date() {
        return date;
    }

    /** Returns one of three expressions by how the deal ended. */
    public String byOutcome(String lost, String pending, String won) {
        String isLost = text.knowsPairs() ? "or(" + REFUND + ", " + wasGivenBack(FULL_REFUND) + ")" : REFUND;
        return "case(" + isLost + " => " + lost + ", " + PENDING + " => " + pending + ", else => " + won + ")";
    }

    /** Returns why the deal was lost; no value if it was not. */
    public String reason() {
        String own = is("Chargeback") + " => \"Chargeback (no sale found)\", " + REFUND
                + " => \"Refunded (no sale found)\", ";
        String paired = text.knowsPairs()
                ? wasGivenBack(is("Chargeback")) + " => \"Chargeback\", " + wasGivenBack(is("Refund"))
                        + " => \"Refunded\", "
                : "";
        return "case(" + own + paired + "else => null)";
    }

    /** Returns when all was given back. */
    public String refundedOn() {
        return text.knowsPairs() ? text.refunds(FULL_REFUND, date, "last") : "null";
    }

    /** Returns how much was given back. */
    public String refundedAmount() {
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
