package dev.crmmigration.connector.kartra;

import dev.crmmigration.api.record.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that moved money, as far as refunds are paired by it.
 *
 * @param id the transaction
 * @param date when it happened
 * @param amount how much it was
 * @param processed what the payment processor calls it, or {@code null}
 * @param purchase who bought what, or {@code null} if nobody is named
 * @param subscription the subscription, or {@code null}
 * @param number the number of the payment within the subscription, or {@code null}
 */
record Payment(
        String id,
        Instant date,
        Money amount,
        @Nullable String processed,
        @Nullable String purchase,
        @Nullable String subscription,
        @Nullable Long number) {

    private static final Set<String> SALES = Set.of("sale", "rebill");
    private static final Set<String> REFUNDS = Set.of("refund", "partial refund", "chargeback");

    static boolean isSale(Row row) {
        return SALES.contains(String.valueOf(row.text(Transactions.KIND)));
    }

    static boolean isRefund(Row row) {
        return REFUNDS.contains(String.valueOf(row.text(Transactions.KIND)));
    }

    /** Returns the payment of a row, or {@code null} if date or amount is missing. */
    static @Nullable Payment of(Row row) {
        if (!(row.value("date") instanceof Instant date) || !(row.value("amount") instanceof Money amount)) {
            return null;
        }
        Long number = row.value("subscription_payment_number") instanceof Long count ? count : null;
        return new Payment(
                row.id(),
                date,
                amount,
                row.text("processor_transaction_id"),
                purchase(row),
                row.text("subscription_id"),
                number);
    }

    private static @Nullable String purchase(Row row) {
        String lead = row.text("lead_id");
        String buyer = lead != null ? lead : Contacts.normal(row.text("buyer_email"));
        if (buyer.isEmpty()) {
            return null;
        }
        return buyer + '\n' + row.text("product") + '\n' + row.text("price_point");
    }

    boolean isProcessedAs(Payment other) {
        return processed != null && processed.equals(other.processed);
    }

    /** Tells whether this can be what {@code refund} gives back, wholly or in part. */
    boolean canBePaidBackBy(Payment refund) {
        return !date.isAfter(refund.date)
                && amount.currency().equals(refund.amount.currency())
                && value().compareTo(refund.value()) >= 0
                && (isProcessedAs(refund) || (isSamePurchase(refund) && isOfSubscription(refund)));
    }

    private boolean isOfSubscription(Payment refund) {
        return refund.subscription == null || refund.subscription.equals(subscription);
    }

    boolean isSamePurchase(Payment other) {
        return purchase != null && purchase.equals(other.purchase);
    }

    boolean hasSameNumber(Payment refund) {
        return number != null && number.equals(refund.number);
    }

    BigDecimal value() {
        return amount.amount();
    }
}
