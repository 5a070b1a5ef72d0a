package dev.crmmigration.connector.kartra;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A refund and the sales that it may give back, the likeliest first, no more than can be needed. Not thread-safe. */
final class RefundCandidates {

    private final Payment refund;
    private final TreeSet<Payment> sales;
    private boolean isProcessorKnown;

    RefundCandidates(Payment refund) {
        this.refund = refund;
        this.sales = new TreeSet<>(likeliestFirst(refund));
    }

    /** One processor id proves it; else the same product and payment number, then the nearest before the refund. */
    private static Comparator<Payment> likeliestFirst(Payment refund) {
        return Comparator.comparing((Payment sale) -> !sale.isProcessedAs(refund))
                .thenComparing(sale -> !sale.hasSameProduct(refund))
                .thenComparing(sale -> !sale.hasSameNumber(refund))
                .thenComparing(Payment::date, Comparator.reverseOrder())
                .thenComparing(Payment::id);
    }

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
        sales.add(sale);
        if (sales.size() > limit) {
            sales.pollLast();
        }
    }

    List<Payment> likeliestFirst() {
        return sales.stream()
                .filter(sale -> !isProcessorKnown || sale.isProcessedAs(refund))
                .toList();
    }
}
