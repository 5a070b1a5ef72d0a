package dev.crmmigration.examples.quickstart.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A row of the transactions of the invented account.
 *
 * @param type as Kartra writes it
 * @param date when, on Kartra's clock
 * @param buyer who
 * @param offer what
 * @param amount how much, never negative
 * @param processed what the processor calls it, or {@code N/A}
 * @param subscription which subscription
 * @param number the number of the payment within the subscription
 * @param automatic whether a cancellation came from payments that failed
 */
record Payment(
        String type,
        LocalDateTime date,
        Buyer buyer,
        Offer offer,
        BigDecimal amount,
        String processed,
        Optional<String> subscription,
        int number,
        boolean automatic) {

    /**
     * Who bought, as the row names them.
     *
     * @param leadId the lead id in the row
     * @param contact the contact whose address the row holds
     */
    record Buyer(String leadId, Contact contact) {

        static Buyer of(Contact contact) {
            return new Buyer(contact.id(), contact);
        }
    }

    /** What can be bought: a product at a price point. */
    record Offer(String product, String pricePoint, BigDecimal price) {

        static Offer of(String product, String pricePoint, int price) {
            return new Offer(product, pricePoint, BigDecimal.valueOf(price).setScale(2, RoundingMode.UNNECESSARY));
        }
    }

    static Payment once(String type, LocalDateTime date, Buyer buyer, Offer offer, String processed) {
        return new Payment(type, date, buyer, offer, offer.price(), processed, Optional.empty(), 0, false);
    }

    /** Returns a later row about the same purchase, for another amount. */
    Payment then(String otherType, LocalDateTime when, BigDecimal other, String otherProcessed) {
        return new Payment(otherType, when, buyer, offer, other, otherProcessed, subscription, number, automatic);
    }

    Payment failing(boolean failed) {
        return new Payment(type, date, buyer, offer, amount, processed, subscription, number, failed);
    }

    boolean isMoneyIn() {
        return type.equals("Sale") || type.equals("Rebill");
    }
}
