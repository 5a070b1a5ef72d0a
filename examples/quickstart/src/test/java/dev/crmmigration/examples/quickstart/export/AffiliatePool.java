package dev.crmmigration.examples.quickstart.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The affiliates of the invented account: contacts, all of them. */
final class AffiliatePool {

    static final int AFFILIATES = 30;

    private static final int FIRST_ID = 3001;

    private final List<Affiliate> affiliates = new ArrayList<>();

    /** One who brings buyers. */
    record Affiliate(String id, String username, Contact contact, String status) {}

    AffiliatePool(ContactPool contacts) {
        for (int number = 0; number < AFFILIATES; number++) {
            String status = number < 24 ? "approved" : number < 28 ? "pending" : "declined";
            affiliates.add(new Affiliate(
                    Integer.toString(FIRST_ID + number),
                    "partner" + (FIRST_ID + number),
                    contacts.all().get(31 + number * 40),
                    status));
        }
    }

    List<Affiliate> all() {
        return affiliates;
    }

    /** Returns who brought the buyer of a single sale: about every seventh was brought by one who is approved. */
    Optional<Affiliate> of(Payment payment) {
        boolean mayBe = payment.type().equals("Sale") && payment.subscription().isEmpty();
        int mark = Math.floorMod(payment.processed().hashCode(), 168);
        return mayBe && mark < 24 ? Optional.of(affiliates.get(mark)) : Optional.empty();
    }
}
