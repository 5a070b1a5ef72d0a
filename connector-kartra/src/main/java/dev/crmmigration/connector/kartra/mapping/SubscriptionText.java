package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.AMOUNT;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.MONEY_IN;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.REBILL;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.REFUND;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expressions over a subscription: its status, and what its transactions say about it. */
public final class SubscriptionText {

    public static final String VALUE_MAP = "subscriptionStatus";
    public static final String STATUS = "map(\"" + VALUE_MAP + "\", coalesce(status, \"not given\"))";

    public static final List<String> STATUSES =
            List.of("Active", "Cancellation requested", "Paused", "Cancelled", "Terminated");
    /** The columns of a subscription that no row names. */
    public static final List<String> DETAILS = List.of(
            "product_id",
            "price_point",
            "end_date",
            "recurring_period",
            "current_installment",
            "installments_left",
            "next_payment_date",
            "next_payment_amount",
            "affiliate",
            "jv");

    private final Export export;
    private final TransactionText transactions;

    public SubscriptionText(Export export) {
        this.export = export;
        this.transactions = new TransactionText(export);
    }

    public static ValueMap statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("active", "Active");
        statuses.put("active cancellation requested", "Cancellation requested");
        statuses.put("cancellation requested", "Cancellation requested");
        statuses.put("paused", "Paused");
        statuses.put("cancelled", "Cancelled");
        statuses.put("canceled", "Cancelled");
        statuses.put("terminated", "Terminated");
        return new ValueMap(VALUE_MAP, STATUSES, statuses);
    }

    public static String is(String status) {
        return "eq(" + STATUS + ", " + Expressions.text(status) + ")";
    }

    /** Returns what its recurring payments add up to, where its deal carries them. */
    public String value() {
        return transactions.rolls() ? "coalesce(" + ofTransactions(REBILL, AMOUNT, "sum") + ", 0.00)" : "0.00";
    }

    public String currency() {
        String paid =
                transactions.knowsSubscriptions() ? ofTransactions(MONEY_IN, "currency(amount)", "first") + ", " : "";
        String next = export.has(SUBSCRIPTION, "next_payment_amount") ? "currency(next_payment_amount)" : "null";
        return "coalesce(" + paid + next + ")";
    }

    /** Returns what was given back of the recurring payments that its deal carries; no value if nothing was. */
    public String refunded() {
        if (!transactions.rolls() || !transactions.knowsPairs()) {
            return "null";
        }
        String refunds = "and(" + REFUND + ", " + transactions.paidBackIsRebill() + ")";
        return "case(" + ofTransactions(refunds, "$id", "any") + " => money(" + ofTransactions(refunds, AMOUNT, "sum")
                + ", " + currency() + "), else => null)";
    }

    /** Returns when it was cancelled: never the time of the import. */
    public String cancelledAt() {
        String cancelled = transactions.knowsSubscriptions()
                ? ofTransactions(TransactionText.is("Cancellation"), date(), "last") + ", "
                : "";
        return "coalesce(" + cancelled + endedAt() + ")";
    }

    /** Returns when it ended by itself. */
    public String terminatedAt() {
        return "coalesce(" + endedAt() + ")";
    }

    /** Returns whether the last cancellation came from payments that failed. */
    public String cancelledByFailure() {
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
