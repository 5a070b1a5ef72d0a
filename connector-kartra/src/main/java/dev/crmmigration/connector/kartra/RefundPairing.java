package dev.crmmigration.connector.kartra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the sale that each refund gives back, since the export does not say it. Holds the refunds and a few sales for
 * each, never all sales.
 */
final class RefundPairing implements RowRelations {

    /** A sale that is not among a refund's likeliest can only be needed if other refunds took all of those. */
    private static final int MOST_SALES_PER_REFUND = 64;

    private final Map<String, Payment> refunds = new HashMap<>();
    private final Set<String> incomplete = new LinkedHashSet<>();
    private final Map<String, List<RefundCandidates>> byProcessor = new HashMap<>();
    private final Map<String, List<RefundCandidates>> byPurchase = new HashMap<>();
    private final List<RefundCandidates> all = new ArrayList<>();
    private final Map<String, String> saleOf = new HashMap<>();

    @Override
    public void see(Row row) {
        if (!Payment.isRefund(row)) {
            return;
        }
        Payment refund = Payment.of(row);
        if (refund == null) {
            incomplete.add(row.id());
        } else {
            refunds.put(refund.id(), refund);
        }
    }

    @Override
    public boolean endFirstLook() {
        for (Payment refund : refunds.values()) {
            RefundCandidates candidates = new RefundCandidates(refund);
            all.add(candidates);
            if (refund.processed() != null) {
                byProcessor
                        .computeIfAbsent(refund.processed(), any -> new ArrayList<>(1))
                        .add(candidates);
            }
            if (refund.purchase() != null) {
                byPurchase
                        .computeIfAbsent(refund.purchase(), any -> new ArrayList<>(1))
                        .add(candidates);
            }
        }
        return !all.isEmpty();
    }

    @Override
    public void seeAgain(Row row) {
        Payment sale = Payment.isSale(row) ? Payment.of(row) : null;
        if (sale == null) {
            return;
        }
        if (sale.processed() != null) {
            offer(sale, byProcessor.getOrDefault(sale.processed(), List.of()));
        }
        if (sale.purchase() != null) {
            offer(sale, byPurchase.getOrDefault(sale.purchase(), List.of()));
        }
    }

    private static void offer(Payment sale, Collection<RefundCandidates> refunds) {
        int limit = Math.min(refunds.size(), MOST_SALES_PER_REFUND);
        refunds.forEach(candidates -> candidates.offer(sale, limit));
    }

    /** Refunds that a processor id proves come first, so that no guess takes their sale; each kind oldest first. */
    @Override
    public void decide() {
        Map<String, BigDecimal> left = new HashMap<>();
        all.sort(Comparator.comparing((RefundCandidates one) -> !one.isProcessorKnown())
                .thenComparing(one -> one.refund().date())
                .thenComparing(one -> one.refund().id()));
        for (RefundCandidates one : all) {
            pair(one, left);
        }
        all.clear();
        byProcessor.clear();
        byPurchase.clear();
    }

    private void pair(RefundCandidates one, Map<String, BigDecimal> left) {
        for (RefundCandidates.Sale sale : one.likeliestFirst()) {
            BigDecimal rest = left.getOrDefault(sale.id(), sale.value())
                    .subtract(one.refund().value());
            if (rest.signum() >= 0) {
                left.put(sale.id(), rest);
                saleOf.put(one.refund().id(), sale.id());
                return;
            }
        }
    }

    @Override
    public void complete(Row row) {
        if (Payment.isRefund(row)) {
            row.put(Transactions.REFUND_OF, saleOf.get(row.id()));
        }
    }

    @Override
    public List<String> gaps() {
        incomplete.removeAll(refunds.keySet());
        int count = refunds.size() + incomplete.size();
        if (count == 0) {
            return List.of();
        }
        return List.of(
                "Kartra does not export which sale a refund gives back: of " + count + " refunds " + saleOf.size()
                        + " were paired by processor id, or by buyer, product, date and amount; without a sale in the export: "
                        + (count - saleOf.size()));
    }
}
