package dev.crmmigration.connector.nextcrm.mapping;

import static dev.crmmigration.toolkit.mapping.Expressions.line;

/** What a destination without invoices has to say of one in a text. */
public final class InvoiceText {

    private InvoiceText() {}

    /** Returns, over a file of an invoice, the account of the invoice if it is there. */
    public static String account(Business business) {
        return "related(invoice, on: $id, equals: invoice, each: " + business.live("account", "account") + ")";
    }

    /** Amounts of credit notes are positive: the type says the sign. */
    public static String content(Business business) {
        String lines = business.has("invoiceLine")
                ? "join(\"<br>\", related(invoiceLine, on: invoice, equals: $id, each: concat(html(description), \": \","
                        + " text(quantity), \" x \", text(unitPrice), \" = \", text(lineTotal)), reduce: list, order:"
                        + " position))"
                : "null";
        String paid = business.has("invoicePayment")
                ? "join(\"; \", related(invoicePayment, on: invoice, equals: $id, each: concat(iso(utcDate(paidAt)), \" \","
                        + " text(amount), \" \", coalesce(method, \"\")), reduce: list, order: paidAt))"
                : "null";
        return "join(\"<br>\", concat(case(eq(type, \"CREDIT_NOTE\") => \"Credit note \", eq(type, \"PROFORMA\") =>"
                + " \"Proforma \", else => \"Invoice \"), html(coalesce(number, \"(draft)\"))), "
                + line("Status", "text(status)") + ", " + line("Issued", "iso(utcDate(issueDate))") + ", "
                + line("Due", "iso(utcDate(dueDate))") + ", " + line("Total", "text(grandTotal)") + ", "
                + line("of which tax", "text(vatTotal)") + ", " + line("Balance due", "text(balanceDue)") + ", " + lines
                + ", " + line("Paid", paid) + ")";
    }
}
