package dev.crmmigration.examples.quickstart.export;

import dev.crmmigration.examples.quickstart.export.Payment.Buyer;
import dev.crmmigration.examples.quickstart.export.Payment.Offer;
import java.time.LocalDateTime;

/**
 * A subscription of the invented account.
 *
 * @param id what Kartra calls it
 * @param buyer whose it is
 * @param offer what it is for
 * @param months how far its payments are apart
 * @param payments how many recurring payments it had
 * @param start when it was bought
 * @param state what became of it
 */
record Subscription(String id, Buyer buyer, Offer offer, int months, int payments, LocalDateTime start, State state) {

    /** What became of a subscription. */
    enum State {
        ACTIVE("Active"),
        PAUSED("Paused"),
        CANCELLED("Cancelled"),
        TERMINATED("Terminated");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    LocalDateTime lastPayment() {
        return start.plusMonths((long) months * payments);
    }

    LocalDateTime nextPayment() {
        return lastPayment().plusMonths(months);
    }

    boolean isOver() {
        return state == State.CANCELLED || state == State.TERMINATED;
    }

    String period() {
        return switch (months) {
            case 1 -> "monthly";
            case 3 -> "quarterly";
            default -> "yearly";
        };
    }
}
