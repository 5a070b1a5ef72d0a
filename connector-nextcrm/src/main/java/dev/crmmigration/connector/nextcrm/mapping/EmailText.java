package dev.crmmigration.connector.nextcrm.mapping;

import static dev.crmmigration.toolkit.mapping.Expressions.line;

/** Expressions over a message, and what it is linked to. */
public final class EmailText {

    public static final String SENT = "coalesce(sentAt, createdAt)";

    /** Who wrote it to whom, and what. */
    public static final String TEXT = "join(\"<br>\", "
            + line("From", "coalesce(join(\" \", fromName, fromEmail), \"unknown\")")
            + ", " + line("To", "toRecipients") + ", " + line("Cc", "ccRecipients")
            + ", case(empty(bodyText) => null, else => html(bodyText)))";

    private EmailText() {}

    /** Returns the ids of the records of an object that it is linked to and that are there. */
    public static String live(Business business, String kind, String reduce) {
        return business.has("emailLink")
                ? "related(emailLink, on: email, equals: $id, where: eq(kind, \"" + kind + "\"), each: "
                        + business.live(kind, "target") + ", reduce: " + reduce + ")"
                : "null";
    }

    /** Returns whether it is linked to a contact or an account that is there. */
    public static String isLinked(Business business) {
        return "or(present(" + live(business, "contact", "first") + "), present(" + live(business, "account", "first")
                + "))";
    }
}
