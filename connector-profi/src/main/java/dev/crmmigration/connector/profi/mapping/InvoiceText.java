package dev.crmmigration.connector.profi.mapping;

import static dev.crmmigration.connector.profi.mapping.Export.INVOICE;
import static dev.crmmigration.connector.profi.mapping.Export.LINE;
import static dev.crmmigration.connector.profi.mapping.Export.PAYMENT;

import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Expressions over an invoice: its number, what was paid, and the whole of it as text. */
public final class InvoiceText {

    private final Export export;

    public InvoiceText(Export export) {
        this.export = export;
    }

    /** Adds what becomes of lines and payments: they stand in the text of their invoice, which {@code row} writes. */
    public static void foldInto(List<MappingPart> parts, Export export, String row) {
        fold(parts, export, row, LINE, "These lines name an invoice that the export does not have");
        fold(parts, export, row, PAYMENT, "These payments name an invoice that the export does not have");
    }

    private static void fold(List<MappingPart> parts, Export export, String row, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Contribution.fold(row, object, "true", "invoice_id", List.of()));
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    public String paid() {
        return "coalesce(" + export.columns(INVOICE, "amount_paid", "total") + ")";
    }

    public String number() {
        return "coalesce(" + export.columns(INVOICE, "invoice_number") + ", $id)";
    }

    /** Returns the whole invoice in HTML: number, dates, lines, totals, payments. */
    public String all() {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"<b>Invoice \", html(" + number() + "), \"</b>\")");
        line(lines, "Status: ", "status");
        line(lines, "Issued: ", "issued_on");
        line(lines, "Due: ", "due_on");
        if (export.has(LINE)) {
            lines.add("related(invoice_line, on: invoice_id, equals: $id, each: html(join(\" x \", "
                    + export.columns(LINE, "description", "quantity", "amount") + ")), reduce: list, order: "
                    + (export.has(LINE, "line_no") ? "line_no" : "$id") + ")");
        }
        line(lines, "Subtotal: ", "subtotal");
        line(lines, "Tax: ", "tax");
        line(lines, "Total: ", "total");
        line(lines, "Paid: ", "amount_paid");
        line(lines, "Paid by: ", "payment_method");
        lines.add("case(present(settled_at) => concat(\"Settled: \", iso(settled_at)), else => null)");
        if (export.has(PAYMENT)) {
            lines.add("related(payment, on: invoice_id, equals: $id, each: html(join(\" \", \"Payment\", "
                    + export.columns(PAYMENT, "amount", "method", "status", "paid_at", "reference")
                    + ")), reduce: list)");
        }
        line(lines, "Next billing: ", "next_billing_on");
        lines.add("concat(\"Profi_Invoice__c: \", html($id))");
        return "join(\"<br>\", " + String.join(", ", lines) + ")";
    }

    private void line(List<String> lines, String name, String column) {
        if (export.has(INVOICE, column)) {
            lines.add("case(present(" + column + ") => concat(" + Expressions.text(name) + ", html(text(" + column
                    + "))), else => null)");
        }
    }
}
