package dev.crmmigration.connector.nextcrm.mapping;

import static dev.crmmigration.toolkit.mapping.Expressions.line;

/** What a destination without contracts has to say of one in a text. */
public final class ContractText {

    private ContractText() {}

    public static String content(Business business) {
        String lines = business.has("contractLineItem")
                ? "join(\"<br>\", related(contractLineItem, on: contract, equals: $id, each: concat(html(name), \": \","
                        + " text(quantity), \" x \", text(unit_price), \" = \", text(line_total)), reduce: list, order:"
                        + " sort_order))"
                : "null";
        return "join(\"<br>\", concat(\"Contract: \", html(title)), " + line("Type", "type") + ", "
                + line("Status", "text(status)") + ", " + line("Value", "text(value)") + ", "
                + line("From", "iso(utcDate(startDate))") + ", " + line("Until", "iso(utcDate(endDate))") + ", "
                + line("Signed by the customer", "iso(utcDate(customerSignedDate))") + ", "
                + line("Signed by us", "iso(utcDate(companySignedDate))") + ", " + lines
                + ", case(empty(description) => null, else => html(description)))";
    }
}
