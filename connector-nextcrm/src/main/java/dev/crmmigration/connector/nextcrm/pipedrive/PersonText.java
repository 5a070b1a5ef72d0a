package dev.crmmigration.connector.nextcrm.pipedrive;

import dev.crmmigration.connector.nextcrm.mapping.Business;

/** Expressions that lead to the person of somebody, over a record that names them. */
final class PersonText {

    private final Business business;

    PersonText(Business business) {
        this.business = business;
    }

    boolean targetsMove() {
        return business.has("target") && business.chose(Choices.TARGETS, "persons");
    }

    /** Returns a link to the person of a contact; no value if there is no such contact. */
    String ofContact(String contact) {
        return business.has("contact") ? "link(ContactToPerson, " + business.live("contact", contact) + ")" : "null";
    }

    /** Returns the id of a contact with the address of a record, of which the column is given. */
    String sameContact(String email) {
        return business.has("contact", "email")
                ? "related(contact, on: normalEmail(email), equals: normalEmail(" + email + "))"
                : "null";
    }
}
