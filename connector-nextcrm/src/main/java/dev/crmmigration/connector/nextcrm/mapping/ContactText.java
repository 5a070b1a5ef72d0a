package dev.crmmigration.connector.nextcrm.mapping;

/** Expressions over a contact. */
public final class ContactText {

    private static final String CONTACT = "contact";

    private ContactText() {}

    /** Returns what it is called. */
    public static String name(Business business) {
        return "coalesce(join(\" \", " + business.column(CONTACT, "first_name") + ", "
                + business.column(CONTACT, "last_name") + "), " + business.column(CONTACT, "email") + ", "
                + business.column(CONTACT, "personal_email") + ", concat(\"Contact \", $id))";
    }

    public static boolean merges(Business business) {
        return business.has(CONTACT, "email") && !business.chose(NextCrmChoices.DUPLICATE_CONTACTS, "keep");
    }

    /** Returns what contacts that are one have in common. */
    public static String sameAs(Business business) {
        return business.chose(NextCrmChoices.DUPLICATE_CONTACTS, "merge")
                ? "normalEmail(email)"
                : "case(empty(email) => null, else => concat(normalEmail(email), \"|\", normal(" + name(business)
                        + ")))";
    }
}
