package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.connector.nextcrm.mapping.Business;

/** Leads, which are contacts at Freshsales if they are not already. */
final class Leads {

    private final Business business;

    Leads(Business business) {
        this.business = business;
    }

    boolean move() {
        return business.has("lead") && business.chose(Choices.LEADS, "contacts");
    }

    /** Returns, over a lead, the contact with its address. */
    String contact() {
        return FreshsalesRow.people(business).sameContact("email");
    }

    /** Returns, over a lead, whether it becomes a contact of its own. */
    String isNew() {
        return "not(present(" + contact() + "))";
    }
}
