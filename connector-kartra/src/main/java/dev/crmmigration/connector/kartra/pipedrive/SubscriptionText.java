package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.AMOUNT;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.MONEY_IN;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.REBILL;
import static dev.crmmigration.connector.kartra.pipedrive.TransactionText.REFUND;

import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.toolkit.mapping.Expressions;

/** Expressions over a subscription: its status, and what its transactions say about it. */
final class SubscriptionText {

    static final String VALUE_MAP = "subscriptionStatus";
    static final String STATUS = "map(\"" + VALUE_MAP + "\", coalesce(status, \"not given\"))";

    private final Export export;
    private final TransactionText transactions;

    SubscriptionText(Export export) {
        this.export = export;
        this.transactions = new TransactionText(export);
    }

    static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    /** Returns what its recurring payments add up to, where its deal carries them. */
    String value() {
        return transactions.rolls() ? "coalesce(" + ofTransactions(REBILL, AMOUNT, "sum") + ", 0.00)" : "0.00";
    }

    String currency() {
        String paid =
                transactions.knowsSubscriptions() ? ofTransactions(MONEY_IN, "currency(amount)", "first") + ", " : "";
        String next = export.has(SUBSCRIPTION, "next_payment_amount") ? "currency(next_payment_amount)" : "null";
        return "coalesce(" + paid + next + ")";
    }

    /** Returns what was given back of the recurring payments that its deal carries; no value if nothing was. */
    String refunded() {
        if (!transactions.rolls() || !transactions.knowsPairs()) {
            return "null";
        }
        String refunds = "and(" + REFUND + ", " + transactions.paidBackIsRebill() + ")";
        return "case(" + ofTransactions(refunds, "$id", "any") + " => money(" + ofTransactions(refunds, AMOUNT, "sum")
                + ", " + currency() + "), else => null)";
    }

    /** Returns when it was cancelled: never the time of the import. */
    String cancelledAt() {
        String cancelled = transactions.knowsSubscriptions()
                ? ofTransactions(TransactionText.is("Cancellation"), date(), "last") + ", "
                : "";
        return "coalesce(" + cancelled + endedAt() + ")";
    }

    /** Returns when it ended by itself. */
    String terminatedAt() {
        return "coalesce(" + endedAt() + ")";
    }

    /** Returns whether the last cancellation came from payments that failed. */
    String cancelledByFailure() {
        boolean known = transactions.knowsSubscriptions() && export.has(TRANSACTION, "automatic_cancellation");
        return known
                ? "eq(" + ofTransactions(TransactionText.is("Cancellation"), "automatic_cancellation", "last")
                        + ", true)"
                : "false";
    }

    private String endedAt() {
        String paid = transactions.knowsSubscriptions() ? ", " + ofTransactions(MONEY_IN, date(), "last") : "";
        return export.column(SUBSCRIPTION, "end_date") + paid + ", " + export.column(SUBSCRIPTION, "start_date");
    }

    private String ofTransactions(String where, String each, String reduce) {
        return "related(transaction, on: subscription_id, equals: $id, where: " + where + ", each: " + each
                + ", reduce: " + reduce + ", order: " + date() + ")";
    }

    private String date() {
        return export.column(TRANSACTION, "date");
    }
}
