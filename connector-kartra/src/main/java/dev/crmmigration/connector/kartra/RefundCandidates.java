package dev.crmmigration.connector.kartra;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A refund and the sales that it may give back, no more than can be needed. Not thread-safe. */
final class RefundCandidates {

    /** One processor id proves it; else the same product and payment number, then the nearest before the refund. */
    private static final Comparator<Sale> LIKELIEST_FIRST = Comparator.comparingInt(Sale::distance)
            .thenComparing(Sale::date, Comparator.reverseOrder())
            .thenComparing(Sale::id);

    private static final int OTHER_PROCESSOR_ID = 4;
    private static final int OTHER_PRODUCT = 2;
    private static final int OTHER_NUMBER = 1;

    private final Payment refund;
    private final List<Sale> sales = new ArrayList<>(0);
    private boolean isProcessorKnown;

    RefundCandidates(Payment refund) {
        this.refund = refund;
    }

    /**
     * A sale as one refund sees it.
     *
     * @param id the transaction
     * @param date when it happened
     * @param value how much it was
     * @param distance how little the two have in common
     */
    record Sale(String id, Instant date, BigDecimal value, int distance) {}

    Payment refund() {
        return refund;
    }

    /** Tells whether the export has a sale with the processor id of the refund: then it can be no other. */
    boolean isProcessorKnown() {
        return isProcessorKnown;
    }

    /** Keeps a sale if it may be the one. An export that overlaps an earlier one may give it again. */
    void offer(Payment sale, int limit) {
        sales.removeIf(earlier -> earlier.id().equals(sale.id()));
        isProcessorKnown |= sale.isProcessedAs(refund);
        if (!sale.canBePaidBackBy(refund)) {
            return;
        }
        sales.add(new Sale(sale.id(), sale.date(), sale.value(), distance(sale)));
        if (sales.size() > limit) {
            sales.sort(LIKELIEST_FIRST);
            sales.remove(limit);
        }
    }

    private int distance(Payment sale) {
        return (sale.isProcessedAs(refund) ? 0 : OTHER_PROCESSOR_ID)
                + (sale.isSamePurchase(refund) ? 0 : OTHER_PRODUCT)
                + (sale.hasSameNumber(refund) ? 0 : OTHER_NUMBER);
    }

    List<Sale> likeliestFirst() {
        return sales.stream()
                .filter(sale -> !isProcessorKnown || sale.distance() < OTHER_PROCESSOR_ID)
                .sorted(LIKELIEST_FIRST)
                .toList();
    }
}
