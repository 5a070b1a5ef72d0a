package dev.crmmigration.connector.nextcrm.mapping;

/** Expressions over an account, and over a contact of one. */
public final class AccountText {

    private static final String ACCOUNT = "account";

    /** The host of a website: without scheme, www, path and capitals. */
    private static final String DOMAIN = "first(split(replace(replace(replace(lower(website), \"https://\", \"\"),"
            + " \"http://\", \"\"), \"www.\", \"\"), \"/\"))";

    /** What accounts of one name and one website have in common. */
    public static final String SAME_DOMAIN =
            "case(empty(website) => null, else => concat(normal(name), \"|\", " + DOMAIN + "))";

    public static final String SHIPPING_ADDRESS =
            "join(\", \", replace(shipping_street, \"\\n\", \", \"), shipping_city, shipping_state,"
                    + " shipping_postal_code, shipping_country)";

    /** The key of a company that contacts of the plugin name: those of one name, however it is written, are one. */
    public static final String COMPANY = "case(empty(normal(company)) => null, else => normal(company))";

    private AccountText() {}

    /** Returns, over a contact, a link to what the mapping of accounts makes of its company. */
    public static String ofContact(Business business, String mapping) {
        if (!business.has(ACCOUNT)) {
            return business.has("contact", "company") ? "link(" + mapping + ", " + COMPANY + ")" : "null";
        }
        if (business.has("contact", "company")) {
            return "link(" + mapping + ", related(account, on: normal(name), equals: normal(company)))";
        }
        String account = "coalesce(" + business.column("contact", "account") + ", "
                + business.column("contact", "legacy_account") + ")";
        return "link(" + mapping + ", " + business.live(ACCOUNT, account) + ")";
    }
}
