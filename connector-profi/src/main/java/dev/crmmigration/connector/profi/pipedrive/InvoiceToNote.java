package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.INVOICE;
import static dev.crmmigration.connector.profi.mapping.Export.LINE;
import static dev.crmmigration.connector.profi.mapping.Export.PAYMENT;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Makes a note of every invoice, and an activity "Payment Received" of every one that was settled. */
public final class InvoiceToNote extends ProfiRow {

    private static final String RECEIVED = "Payment Received";

    public InvoiceToNote() {
        super(0, "Invoice -> Note, settled invoice -> Activity");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices",
                        "Pipedrive has none",
                        "a note on the deal of the package, else on the person, with number, dates, lines, payments and"
                                + " totals; an activity 'Payment Received' for each that was settled"),
                new Loss(
                        "time of payment of invoices that only say that they are paid",
                        "Profi does not export it",
                        "the day on which they were due"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(INVOICE)) {
            parts.add(note(export));
            parts.add(payment(export));
        }
        fold(parts, export, LINE, "These lines name an invoice that the export does not have");
        fold(parts, export, PAYMENT, "These payments name an invoice that the export does not have");
        return parts;
    }

    private static void fold(List<MappingPart> parts, Export export, String object, String reason) {
        if (export.has(object)) {
            parts.add(MappingPart.Contribution.fold(INVOICE_TO_NOTE, object, "true", "invoice_id", List.of()));
            parts.add(MappingPart.Exclusion.of(object, "true", reason));
        }
    }

    private static MappingPart note(Export export) {
        RecordsBuilder note = MappingPart.Records.from(INVOICE).to(NOTE).set("content", text(export));
        NoteToNote.belong(note, export, "client_id");
        if (export.has(INVOICE, "enrollment_id")) {
            note.set("deal_id", EnrollmentText.dealOf(export, "enrollment_id"));
        }
        if (export.has(INVOICE, "created_at")) {
            note.orderBy("created_at").set("add_time", "created_at");
        }
        return note.build();
    }

    private static MappingPart payment(Export export) {
        ClientText client = new ClientText(export);
        RecordsBuilder payment = MappingPart.Records.from(INVOICE)
                .to(ACTIVITY)
                .part("payment")
                .where("present(settled_at)")
                .needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", RECEIVED))
                .set("type", Expressions.text(RECEIVED))
                .set(
                        "subject",
                        "concat(\"Payment Received: \", " + number(export) + ", \" \", text(" + paid(export) + "))")
                .set("due_date", "utcDate(settled_at)")
                .set("due_time", "utcTime(settled_at)")
                .set("done", "true")
                .set("note", "concat(\"Profi_Invoice__c: \", html($id))")
                .set("participants", "list(" + client.personOrHold("client_id") + ")")
                .set("org_id", client.organizationOf("client_id"))
                .orderBy("settled_at");
        if (export.has(INVOICE, "enrollment_id")) {
            payment.set("deal_id", EnrollmentText.dealOf(export, "enrollment_id"));
        }
        return payment.build();
    }

    private static String paid(Export export) {
        return "coalesce(" + export.columns(INVOICE, "amount_paid", "total") + ")";
    }

    private static String number(Export export) {
        return "coalesce(" + export.columns(INVOICE, "invoice_number") + ", $id)";
    }

    private static String text(Export export) {
        List<String> lines = new ArrayList<>();
        lines.add("concat(\"<b>Invoice \", html(" + number(export) + "), \"</b>\")");
        line(lines, export, "Status: ", "status");
        line(lines, export, "Issued: ", "issued_on");
        line(lines, export, "Due: ", "due_on");
        if (export.has(LINE)) {
            lines.add("related(invoice_line, on: invoice_id, equals: $id, each: html(join(\" x \", "
                    + export.columns(LINE, "description", "quantity", "amount") + ")), reduce: list, order: "
                    + (export.has(LINE, "line_no") ? "line_no" : "$id") + ")");
        }
        line(lines, export, "Subtotal: ", "subtotal");
        line(lines, export, "Tax: ", "tax");
        line(lines, export, "Total: ", "total");
        line(lines, export, "Paid: ", "amount_paid");
        line(lines, export, "Paid by: ", "payment_method");
        lines.add("case(present(settled_at) => concat(\"Settled: \", iso(settled_at)), else => null)");
        if (export.has(PAYMENT)) {
            lines.add("related(payment, on: invoice_id, equals: $id, each: html(join(\" \", \"Payment\", "
                    + export.columns(PAYMENT, "amount", "method", "status", "paid_at", "reference")
                    + ")), reduce: list)");
        }
        line(lines, export, "Next billing: ", "next_billing_on");
        lines.add("concat(\"Profi_Invoice__c: \", html($id))");
        return "join(\"<br>\", " + String.join(", ", lines) + ")";
    }

    private static void line(List<String> lines, Export export, String name, String column) {
        if (export.has(INVOICE, column)) {
            lines.add("case(present(" + column + ") => concat(" + Expressions.text(name) + ", html(text(" + column
                    + "))), else => null)");
        }
    }
}
