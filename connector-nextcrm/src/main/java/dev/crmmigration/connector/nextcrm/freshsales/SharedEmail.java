package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.connector.nextcrm.mapping.AccountText;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.ContactText;

/** Addresses that several contacts have, though they are not the same: Freshsales takes an address once only. */
final class SharedEmail {

    private static final String CONTACT = "contact";

    private final Business business;

    SharedEmail(Business business) {
        this.business = business;
    }

    /** Returns, over a contact, its addresses. */
    String emails() {
        String own = business.column(CONTACT, "email");
        if (business.has(CONTACT, "email") && business.chose(Choices.SHARED_EMAIL, "field")) {
            own = "case(" + isShared() + " => null, else => email)";
        }
        return "contactPoints(contactPoint(" + own + ", \"work\"), contactPoint("
                + business.column(CONTACT, "personal_email") + ", \"home\"))";
    }

    /** Returns, over a contact, its address if it is another's. */
    String address() {
        return "case(" + isShared() + " => email, else => null)";
    }

    /** Returns, over a contact, its accounts; a link that leads nowhere, and so holds it, if its address is another's. */
    String accountsOrHold() {
        String accounts = "list(" + AccountText.ofContact(business, FreshsalesRow.ACCOUNT_TO_ACCOUNT) + ")";
        return business.has(CONTACT, "email") && business.chose(Choices.SHARED_EMAIL, "hold")
                ? "case(" + isShared() + " => list(link(AccountToAccount, concat(\"e-mail address of contact \", "
                        + first("$id") + "))), else => " + accounts + ")"
                : accounts;
    }

    private String isShared() {
        String same = ContactText.merges(business)
                ? ", ne(" + first(ContactText.sameAs(business)) + ", " + ContactText.sameAs(business) + ")"
                : "";
        return "and(present(email), ne(" + first("$id") + ", $id)" + same + ")";
    }

    private String first(String value) {
        String order = business.has(CONTACT, "created") ? "created" : "$id";
        return "related(contact, on: normalEmail(email), equals: normalEmail(email), each: " + value
                + ", reduce: first, order: " + order + ")";
    }
}
