package dev.crmmigration.connector.kartra.mapping;

import static dev.crmmigration.connector.kartra.mapping.Export.TRANSACTION;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.EVENT;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.KIND;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.REBILL;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.REFUND;
import static dev.crmmigration.connector.kartra.mapping.TransactionText.is;

import dev.crmmigration.api.mapping.MappingPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Says for every transaction, exactly once, where it is accounted for: by a deal of its own, by the deal of its
 * subscription, by the deal of the payment that it gives back, or not at all, with the reason.
 */
public final class TransactionAccounting {

    private final TransactionText text;
    private final String sales;
    private final String subscriptions;

    /**
     * Accounts for transactions by the mappings of one destination.
     *
     * @param sales the mapping that makes deals of transactions
     * @param subscriptions the mapping that makes deals of subscriptions
     */
    public TransactionAccounting(TransactionText text, String sales, String subscriptions) {
        this.text = text;
        this.sales = sales;
        this.subscriptions = subscriptions;
    }

    /** Returns which transactions get a deal of their own. */
    public String ownDeal() {
        String rebills = text.rolls() ? "and(" + REBILL + ", not(" + text.hasSubscription() + "))" : REBILL;
        String refunds = text.knowsPairs() ? "and(" + REFUND + ", not(" + text.isPaired() + "))" : REFUND;
        return "or(" + is("Sale", "Pending") + ", " + rebills + ", " + refunds + ")";
    }

    /** Returns the parts for all other transactions. */
    public List<MappingPart> others() {
        List<MappingPart> parts = new ArrayList<>();
        if (text.rolls()) {
            parts.add(intoSubscription("and(" + REBILL + ", " + text.hasSubscription() + ")", "subscription_id"));
        }
        refunds(parts);
        events(parts);
        parts.add(MappingPart.Exclusion.of(
                TRANSACTION, "empty(" + KIND + ")", "the value map transactionType leaves their type out"));
        return parts;
    }

    private void refunds(List<MappingPart> parts) {
        if (!text.knowsPairs()) {
            return;
        }
        String paired = REFUND + ", " + text.isPaired();
        String intoSale = "and(" + paired + ")";
        if (text.rolls()) {
            String rolled = text.paidBackIsRolled();
            intoSale = "and(" + paired + ", not(" + rolled + "))";
            parts.add(intoSubscription("and(" + paired + ", " + rolled + ")", text.paidBackSubscription()));
        }
        parts.add(MappingPart.Contribution.fold(sales, TRANSACTION, intoSale, "refund_of", List.of()));
    }

    private void events(List<MappingPart> parts) {
        String reason = "no money moved, and the export has no subscription to record them on";
        if (!text.knowsSubscriptions()) {
            parts.add(MappingPart.Exclusion.of(TRANSACTION, EVENT, reason));
            return;
        }
        String known = text.hasSubscription();
        parts.add(intoSubscription("and(" + EVENT + ", " + known + ")", "subscription_id"));
        parts.add(MappingPart.Exclusion.of(TRANSACTION, "and(" + EVENT + ", not(" + known + "))", reason));
    }

    private MappingPart intoSubscription(String where, String key) {
        return MappingPart.Contribution.fold(subscriptions, TRANSACTION, where, key, List.of());
    }
}
