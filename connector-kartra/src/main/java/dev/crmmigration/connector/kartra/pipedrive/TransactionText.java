package dev.crmmigration.connector.kartra.pipedrive;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;

import dev.crmmigration.connector.kartra.mapping.Export;
import dev.crmmigration.connector.kartra.mapping.KartraChoices;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expressions that tell transactions apart, over a transaction. A row of the export is money, a refund or an event. */
final class TransactionText {

    static final String VALUE_MAP = "transactionType";
    static final String KIND = "map(\"" + VALUE_MAP + "\", type)";
    static final String AMOUNT = "abs(amount(amount))";
    static final String MONEY_IN = is("Sale", "Rebill", "Pending");
    static final String REBILL = is("Rebill");
    static final String REFUND = is("Refund", "Chargeback", "Partial refund");
    static final String FULL_REFUND = is("Refund", "Chargeback");
    static final String EVENT = is("Failed", "Cancellation", "Cancellation requested", "Cancellation reverted");

    private final Export export;

    TransactionText(Export export) {
        this.export = export;
    }

    static String is(String... kinds) {
        return "in(" + KIND + ", " + Stream.of(kinds).map(Expressions::text).collect(Collectors.joining(", ")) + ")";
    }

    /** Tells whether recurring payments are added up in the deal of their subscription. */
    boolean rolls() {
        return knowsSubscriptions() && export.chose(KartraChoices.REBILLS, "rolled");
    }

    boolean knowsSubscriptions() {
        return export.has(SUBSCRIPTION) && export.has(TRANSACTION, "subscription_id");
    }

    boolean knowsPairs() {
        return export.has(TRANSACTION, "refund_of");
    }

    /** Returns whether the export has the transaction's subscription. */
    String hasSubscription() {
        return knowsSubscriptions() ? "related(subscription, on: $id, equals: subscription_id, reduce: any)" : "false";
    }

    /** Returns whether the export has the payment that a refund gives back. */
    String isPaired() {
        return knowsPairs() ? paid(MONEY_IN, "$id", "any") : "false";
    }

    /** Returns whether the payment that a refund gives back is one that its subscription's deal adds up. */
    String paidBackIsRolled() {
        return rolls() && knowsPairs()
                ? "related(subscription, on: $id, equals: " + paidBackSubscription() + ", reduce: any)"
                : "false";
    }

    /** Returns the subscription of the recurring payment that a refund gives back. */
    String paidBackSubscription() {
        return paid(REBILL, "subscription_id", "first");
    }

    /** Returns whether a refund gives back a recurring payment. */
    String paidBackIsRebill() {
        return paid(REBILL, "$id", "any");
    }

    /** Returns what becomes of those transactions that give a payment back. */
    String refunds(String where, String each, String reduce) {
        return "related(transaction, on: refund_of, equals: $id, where: " + where + ", each: " + each + ", reduce: "
                + reduce + ", order: " + export.column(TRANSACTION, "date") + ")";
    }

    private static String paid(String where, String each, String reduce) {
        return "related(transaction, on: $id, equals: refund_of, where: " + where + ", each: " + each + ", reduce: "
                + reduce + ")";
    }
}
