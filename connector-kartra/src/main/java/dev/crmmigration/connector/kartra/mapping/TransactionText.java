package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.SUBSCRIPTION;
import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;

import dev.crmmigration.api.mapping.ValueMap;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Expressions that tell transactions apart, over a transaction. A row of the export is money, a refund or an event. */
public final class TransactionText {

    public static final String VALUE_MAP = "transactionType";
    public static final String KIND = "map(\"" + VALUE_MAP + "\", type)";
    public static final String AMOUNT = "abs(amount(amount))";
    public static final String MONEY_IN = is("Sale", "Rebill", "Pending");
    public static final String REBILL = is("Rebill");
    public static final String REFUND = is("Refund", "Chargeback", "Partial refund");
    public static final String FULL_REFUND = is("Refund", "Chargeback");
    public static final String EVENT = is("Failed", "Cancellation", "Cancellation requested", "Cancellation reverted");

    /** The columns of a purchase that no row names. */
    public static final List<String> DETAILS =
            List.of("price_point", "quantity", "coupon_code", "processor_transaction_id", "affiliate_username");

    private final Export export;

    public TransactionText(Export export) {
        this.export = export;
    }

    public static ValueMap kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("sale", "Sale");
        kinds.put("rebill", "Rebill");
        kinds.put("refund", "Refund");
        kinds.put("partial refund", "Partial refund");
        kinds.put("chargeback", "Chargeback");
        kinds.put("failed", "Failed");
        kinds.put("cancellation", "Cancellation");
        kinds.put("request can", "Cancellation requested");
        kinds.put("revert can", "Cancellation reverted");
        kinds.put("pending", "Pending");
        kinds.put("processing", "Pending");
        kinds.put("on hold", "Pending");
        List<String> targets = kinds.values().stream().distinct().toList();
        return new ValueMap(VALUE_MAP, targets, kinds);
    }

    public static String is(String... kinds) {
        return "in(" + KIND + ", " + Stream.of(kinds).map(Expressions::text).collect(Collectors.joining(", ")) + ")";
    }

    /** Tells whether recurring payments are added up in the deal of their subscription. */
    public boolean rolls() {
        return knowsSubscriptions() && export.chose(KartraChoices.REBILLS, "rolled");
    }

    public boolean knowsSubscriptions() {
        return export.has(SUBSCRIPTION) && export.has(TRANSACTION, "subscription_id");
    }

    public boolean knowsPairs() {
        return export.has(TRANSACTION, "refund_of");
    }

    /** Returns whether the export has the transaction's subscription. */
    public String hasSubscription() {
        return knowsSubscriptions() ? "related(subscription, on: $id, equals: subscription_id, reduce: any)" : "false";
    }

    /** Returns whether the export has the payment that a refund gives back. */
    public String isPaired() {
        return knowsPairs() ? paid(MONEY_IN, "$id", "any") : "false";
    }

    /** Returns whether the payment that a refund gives back is one that its subscription's deal adds up. */
    public String paidBackIsRolled() {
        return rolls() && knowsPairs()
                ? "related(subscription, on: $id, equals: " + paidBackSubscription() + ", reduce: any)"
                : "false";
    }

    /** Returns the subscription of the recurring payment that a refund gives back. */
    public String paidBackSubscription() {
        return paid(REBILL, "subscription_id", "first");
    }

    /** Returns whether a refund gives back a recurring payment. */
    public String paidBackIsRebill() {
        return paid(REBILL, "$id", "any");
    }

    /** Returns what becomes of those transactions that give a payment back. */
    public String refunds(String where, String each, String reduce) {
        return "related(transaction, on: refund_of, equals: $id, where: " + where + ", each: " + each + ", reduce: "
                + reduce + ", order: " + export.column(TRANSACTION, "date") + ")";
    }

    private static String paid(String where, String each, String reduce) {
        return "related(transaction, on: $id, equals: refund_of, where: " + where + ", each: " + each + ", reduce: "
                + reduce + ")";
    }
}
