package dev.crmmigration.examples.quickstart.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was given back. Most refunds have the processor's number of their payment; the others can only be told by buyer
 * and product, so their buyers bought that product once.
 */
final class Refunds {

    static final int REFUNDS = 120;
    static final int UNPAIRED = 2;
    static final int OF_REBILLS = 20;
    static final int WITHOUT_NUMBER = 28;
    static final int PARTIAL = 35;
    static final int PARTIAL_OF_REBILLS = 5;
    static final int CHARGEBACKS = 15;
    static final int CHARGEBACKS_OF_REBILLS = 3;

    private static final BigDecimal SHARE = new BigDecimal("0.40");

    private final Dice dice;
    private final List<Payment> sales = new ArrayList<>();
    private final List<Payment> unique = new ArrayList<>();
    private final List<Payment> rebills = new ArrayList<>();

    Refunds(Dice dice, List<Payment> payments) {
        this.dice = dice;
        Map<String, Integer> purchases = new HashMap<>();
        List<Payment> money = payments.stream().filter(Payment::isMoneyIn).toList();
        money.forEach(payment -> purchases.merge(purchase(payment), 1, Integer::sum));
        for (Payment payment : money) {
            boolean isSafe = payment.date().isBefore(ExportGenerator.EXPORTED.minusDays(30))
                    && payment.buyer().leadId().equals(payment.buyer().contact().id());
            if (isSafe && payment.type().equals("Rebill")) {
                rebills.add(payment);
            } else if (isSafe && purchases.getOrDefault(purchase(payment), 0) == 1) {
                unique.add(payment);
            } else if (isSafe) {
                sales.add(payment);
            }
        }
    }

    void addTo(List<Payment> payments, List<Payment> unpaired) {
        List<Payment> refunds = new ArrayList<>(unpaired);
        give(refunds, "Refund", OF_REBILLS, rebills, true);
        give(refunds, "Refund", WITHOUT_NUMBER, unique, false);
        give(refunds, "Refund", REFUNDS - UNPAIRED - OF_REBILLS - WITHOUT_NUMBER, unique, true);
        give(refunds, "Partial refund", PARTIAL_OF_REBILLS, rebills, true);
        give(refunds, "Partial refund", PARTIAL - PARTIAL_OF_REBILLS, sales, true);
        give(refunds, "Chargeback", CHARGEBACKS_OF_REBILLS, rebills, true);
        give(refunds, "Chargeback", CHARGEBACKS - CHARGEBACKS_OF_REBILLS, sales, true);
        payments.addAll(refunds);
    }

    /** Every payment is given back once at most. */
    private void give(List<Payment> refunds, String type, int count, List<Payment> from, boolean numbered) {
        for (int given = 0; given < count; given++) {
            Payment payment = from.remove(dice.number(0, from.size() - 1));
            LocalDateTime date = dice.momentOn(payment.date().plusDays(dice.number(2, 25)));
            BigDecimal amount = type.startsWith("Partial")
                    ? payment.amount().multiply(SHARE).setScale(2, RoundingMode.HALF_UP)
                    : payment.amount();
            refunds.add(payment.then(type, date, amount, numbered ? payment.processed() : "re_" + dice.hex(18)));
        }
    }

    private static String purchase(Payment payment) {
        return payment.buyer().contact().id() + payment.offer();
    }
}
