package dev.crmmigration.examples.quickstart.export;

import dev.crmmigration.examples.quickstart.export.Payment.Buyer;
import dev.crmmigration.examples.quickstart.export.Payment.Offer;
import dev.crmmigration.examples.quickstart.export.Subscription.State;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The subscriptions of the invented account. */
final class SubscriptionPool {

    static final int SUBSCRIPTIONS = 180;
    static final int REBILLS = 1920;

    private static final int FIRST_ID = 70_001;
    private static final int MOST_MONTHLY = 34;

    private static final Offer CIRCLE = Offer.of("Founders Circle", "Monthly", 49);
    private static final Offer CIRCLE_A_YEAR = Offer.of("Founders Circle", "Yearly", 490);
    private static final Offer MASTERMIND = Offer.of("Mastermind", "Quarterly", 600);
    private static final Offer LAB = Offer.of("Leadership Lab", "3 payments", 199);

    private final Dice dice = new Dice(8);
    private final ContactPool contacts;
    private final List<Subscription> subscriptions = new ArrayList<>();

    SubscriptionPool(ContactPool contacts) {
        this.contacts = contacts;
        List<Integer> payments = new ArrayList<>();
        for (int number = 0; number < SUBSCRIPTIONS; number++) {
            payments.add(payments(number));
        }
        adjust(payments);
        for (int number = 0; number < SUBSCRIPTIONS; number++) {
            subscriptions.add(subscription(number, payments.get(number)));
        }
    }

    List<Subscription> all() {
        return subscriptions;
    }

    private static State state(int number) {
        if (number < 20) {
            return State.TERMINATED;
        }
        return number < 72 ? State.CANCELLED : number < 84 ? State.PAUSED : State.ACTIVE;
    }

    /** The first twenty had three payments and ended; of the others every ninth pays quarterly, every twelfth yearly. */
    private static Offer offer(int number) {
        if (number < 20) {
            return LAB;
        }
        return number % 9 == 0 ? MASTERMIND : number % 12 == 0 ? CIRCLE_A_YEAR : CIRCLE;
    }

    private static int months(Offer offer) {
        return offer.equals(MASTERMIND) ? 3 : offer.equals(CIRCLE_A_YEAR) ? 12 : 1;
    }

    private int payments(int number) {
        Offer offer = offer(number);
        if (offer.equals(LAB)) {
            return 2;
        }
        return switch (months(offer)) {
            case 1 -> dice.number(1, MOST_MONTHLY - 10);
            case 3 -> dice.number(1, 8);
            default -> dice.number(0, 3);
        };
    }

    /** Brings the recurring payments to their number by giving to, or taking from, those who pay monthly. */
    private static void adjust(List<Integer> payments) {
        int missing = REBILLS - payments.stream().mapToInt(Integer::intValue).sum();
        for (int turn = 0; missing != 0; turn++) {
            int number = 20 + turn % (SUBSCRIPTIONS - 20);
            int step = Integer.signum(missing);
            int changed = payments.get(number) + step;
            if (offer(number).equals(CIRCLE) && changed >= 1 && changed <= MOST_MONTHLY) {
                payments.set(number, changed);
                missing -= step;
            }
        }
    }

    private Subscription subscription(int number, int payments) {
        State state = state(number);
        Offer offer = offer(number);
        int months = months(offer);
        LocalDateTime last = dice.momentOn(ExportGenerator.EXPORTED.minusDays(daysSinceLastPayment(state)));
        // Months differ in length; only the first 28 days are in all of them.
        LocalDateTime start = last.minusMonths((long) months * payments);
        LocalDateTime first = start.withDayOfMonth(Math.min(start.getDayOfMonth(), 28));
        Contact buyer = dice.oneOf(contacts.joinedBefore(first));
        return new Subscription(
                Integer.toString(FIRST_ID + number), Buyer.of(buyer), offer, months, payments, first, state);
    }

    private int daysSinceLastPayment(State state) {
        return switch (state) {
            case ACTIVE -> dice.number(1, 24);
            case PAUSED -> dice.number(60, 150);
            case CANCELLED, TERMINATED -> dice.number(40, 700);
        };
    }
}
