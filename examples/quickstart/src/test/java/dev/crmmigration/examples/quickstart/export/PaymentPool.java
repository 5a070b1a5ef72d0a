package dev.crmmigration.examples.quickstart.export;

import dev.crmmigration.examples.quickstart.export.Payment.Buyer;
import dev.crmmigration.examples.quickstart.export.Payment.Offer;
import dev.crmmigration.examples.quickstart.export.Subscription.State;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transactions of the invented account, oldest first. */
final class PaymentPool {

    static final int TRANSACTIONS = 4000;
    static final int SALES = 900;
    static final int REVERTED = 22;
    static final int REQUESTED_AND_OPEN = 9;
    static final int FAILED_WITHOUT_SUBSCRIPTION = 174;
    static final int BOUGHT_WITHOUT_LEAD_ID = 15;
    static final int BOUGHT_BY_DUPLICATES = 6;

    private static final List<Offer> OFFERS = List.of(
            Offer.of("Clarity Course", "Standard", 297),
            Offer.of("Clarity Course", "Early bird", 197),
            Offer.of("Annual Summit Ticket", "In person", 149),
            Offer.of("Annual Summit Ticket", "Online", 59),
            Offer.of("VIP Coaching Day", "One day", 1200),
            Offer.of("Workbook Bundle", "Download", 27),
            Offer.of("Team Workshop", "Up to 12 people", 950));

    private final Dice dice = new Dice(15);
    private final ContactPool contacts;
    private final List<Subscription> subscriptions;
    private final List<Payment> payments = new ArrayList<>();

    PaymentPool(ContactPool contacts, SubscriptionPool subscriptions) {
        this.contacts = contacts;
        this.subscriptions = subscriptions.all();
        this.subscriptions.forEach(this::pay);
        buy();
        new Refunds(dice, payments).addTo(payments, legacy());
        fail();
        payments.sort(Comparator.comparing(Payment::date).thenComparing(Payment::processed));
    }

    List<Payment> all() {
        return payments;
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        payments.forEach(payment -> counts.merge(payment.type(), 1, Integer::sum));
        return counts;
    }

    BigDecimal sum(String type) {
        return payments.stream()
                .filter(payment -> payment.type().equals(type))
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void pay(Subscription subscription) {
        for (int number = 0; number <= subscription.payments(); number++) {
            LocalDateTime date = subscription.start().plusMonths((long) subscription.months() * number);
            payments.add(of(subscription, number == 0 ? "Sale" : "Rebill", date, number + 1));
        }
        int index = subscriptions.indexOf(subscription);
        LocalDateTime after = subscription.lastPayment().plusDays(3);
        if (subscription.state() == State.CANCELLED) {
            boolean automatic = index % 5 < 2;
            if (!automatic) {
                payments.add(event(subscription, "Request Can.", after));
            }
            payments.add(event(subscription, "Cancellation", after.plusDays(dice.number(5, 20)))
                    .failing(automatic));
        } else if (subscription.state() == State.ACTIVE && index < 84 + REVERTED + REQUESTED_AND_OPEN) {
            LocalDateTime asked = subscription.start().plusDays(1).plusMinutes(50);
            payments.add(event(subscription, "Request Can.", asked));
            if (index < 84 + REVERTED) {
                payments.add(event(subscription, "Revert Can.", asked.plusMinutes(70)));
            }
        }
    }

    private void buy() {
        for (int number = subscriptions.size(); number < SALES; number++) {
            LocalDateTime date = dice.momentOn(ExportGenerator.EXPORTED.minusDays(dice.number(2, 2200)));
            Contact contact = dice.oneOf(contacts.joinedBefore(date));
            Buyer buyer = Buyer.of(contact);
            if (number < subscriptions.size() + BOUGHT_BY_DUPLICATES) {
                buyer = Buyer.of(contacts.all().get(ContactPool.CONTACTS - 1 - number + subscriptions.size()));
                date = dice.momentOn(buyer.contact().joined().plusDays(1));
            } else if (number == 500) {
                buyer = new Buyer("888888", contact);
            } else if (number > 500 && number <= 500 + BOUGHT_WITHOUT_LEAD_ID) {
                buyer = new Buyer("N/A", contact);
            }
            payments.add(Payment.once("Sale", date, buyer, dice.oneOf(OFFERS), processed()));
        }
    }

    /** Most payments that failed were those of a subscription, tried the day before they went through. */
    private void fail() {
        List<Payment> rebills = payments.stream()
                .filter(payment -> payment.type().equals("Rebill"))
                .toList();
        int missing = TRANSACTIONS - payments.size();
        for (int number = 0; number < missing; number++) {
            if (number < FAILED_WITHOUT_SUBSCRIPTION) {
                LocalDateTime date = dice.momentOn(ExportGenerator.EXPORTED.minusDays(dice.number(2, 2000)));
                Contact contact = dice.oneOf(contacts.joinedBefore(date));
                payments.add(Payment.once("Failed", date, Buyer.of(contact), dice.oneOf(OFFERS), "N/A"));
            } else {
                Payment rebill = rebills.get((number * 7) % rebills.size());
                payments.add(rebill.then("Failed", rebill.date().minusHours(25), rebill.amount(), "N/A"));
            }
        }
    }

    /** Two refunds of sales from before the account had Kartra. */
    private List<Payment> legacy() {
        Offer legacy = Offer.of("Legacy Workshop", "2018", 350);
        List<Payment> refunds = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            LocalDateTime date = dice.momentOn(ExportGenerator.EXPORTED.minusDays(1000 + 100 * number));
            Contact contact = dice.oneOf(contacts.joinedBefore(date));
            refunds.add(Payment.once("Refund", date, Buyer.of(contact), legacy, processed()));
        }
        return refunds;
    }

    private Payment of(Subscription subscription, String type, LocalDateTime date, int number) {
        return new Payment(
                type,
                date,
                subscription.buyer(),
                subscription.offer(),
                subscription.offer().price(),
                processed(),
                Optional.of(subscription.id()),
                number,
                false);
    }

    private Payment event(Subscription subscription, String type, LocalDateTime date) {
        return of(subscription, type, date, subscription.payments() + 1)
                .then(type, date, BigDecimal.ZERO.setScale(2), "N/A");
    }

    private String processed() {
        return (dice.falls(70) ? "ch_" : "PP-") + dice.hex(18);
    }
}
