package dev.crmmigration.connector.nextcrm.mapping;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.MappingPart.Document;
import dev.crmmigration.api.mapping.MappingPart.Document.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The CSV files of invoices: one of the invoices, one of their lines, one of their payments. */
public final class InvoiceFiles {

    private InvoiceFiles() {}

    /**
     * Returns the documents for the invoices that the source has.
     *
     * @param tools a sentence about what takes such files in
     */
    public static List<MappingPart> parts(Business business, String tools) {
        List<MappingPart> parts = new ArrayList<>();
        parts.add(document(
                business,
                "invoice",
                "invoices",
                "A line for each invoice, credit note and proforma; amounts of credit notes are below nought. " + tools,
                invoices(business)));
        if (business.has("invoiceLine")) {
            parts.add(document(
                    business,
                    "invoiceLine",
                    "invoice-lines",
                    "The lines of the invoices, by the id of the" + " invoice. " + tools,
                    lines()));
        }
        if (business.has("invoicePayment")) {
            parts.add(document(
                    business,
                    "invoicePayment",
                    "invoice-payments",
                    "The payments of the invoices, by the id of" + " the invoice. " + tools,
                    payments()));
        }
        return parts;
    }

    /** A column of a release that this database is not of is left out. */
    private static MappingPart document(
            Business business, String from, String name, String about, Stream<String[]> columns) {
        return Document.of(
                from,
                "true",
                name,
                about,
                columns.filter(column -> business.has(from, column[1]))
                        .map(column -> Column.of(column[0], column[2]))
                        .toArray(Column[]::new));
    }

    private static Stream<String[]> invoices(Business business) {
        Stream<String[]> texts = Stream.of(
                column("Type", "type"),
                column("Number", "number"),
                column("Status", "status"),
                column(
                        "Account",
                        "account",
                        business.has("account") ? "related(account, on: $id, equals: account, each: name)" : "account"),
                column("Issued on", "issueDate", "utcDate(issueDate)"),
                column("Due on", "dueDate", "utcDate(dueDate)"),
                column("Currency", "grandTotal", "currency(grandTotal)"));
        Stream<String[]> amounts = Stream.of(
                signed("Subtotal", "subtotal"),
                signed("Discount", "discountTotal"),
                signed("Tax", "vatTotal"),
                signed("Total", "grandTotal"),
                signed("Paid", "paidTotal"),
                signed("Balance due", "balanceDue"));
        return Stream.of(Stream.<String[]>of(column("Invoice id", "number", "$id")), texts, amounts)
                .flatMap(columns -> columns);
    }

    private static Stream<String[]> lines() {
        return Stream.of(
                column("Invoice id", "invoice"),
                column("Position", "position"),
                column("Description", "description"),
                column("Quantity", "quantity"),
                column("Unit price", "unitPrice"),
                column("Discount %", "discountPercent"),
                column("Tax %", "taxRateSnapshot"),
                column("Net", "lineSubtotal"),
                column("Tax", "lineVat"),
                column("Total", "lineTotal"));
    }

    private static Stream<String[]> payments() {
        return Stream.of(
                column("Invoice id", "invoice"),
                column("Paid on", "paidAt", "utcDate(paidAt)"),
                column("Amount", "amount"),
                column("Method", "method"),
                column("Reference", "reference"));
    }

    private static String[] column(String heading, String field) {
        return column(heading, field, field);
    }

    /** @param field the field without which there is no such column */
    private static String[] column(String heading, String field, String expression) {
        return new String[] {heading, field, expression};
    }

    /** Amounts of credit notes are positive in NextCRM: the type says the sign. */
    private static String[] signed(String heading, String field) {
        return column(
                heading,
                field,
                "case(eq(type, \"CREDIT_NOTE\") => times(amount(" + field + "), -1), else => amount(" + field + "))");
    }
}
