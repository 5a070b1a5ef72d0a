package dev.crmmigration.connector.profi.pipedrive;

import static dev.crmmigration.connector.profi.mapping.Export.INVOICE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.profi.mapping.ClientText;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.InvoiceText;
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
        InvoiceText.foldInto(parts, export, INVOICE_TO_NOTE);
        return parts;
    }

    private static MappingPart note(Export export) {
        RecordsBuilder note = MappingPart.Records.from(INVOICE).to(NOTE).set("content", new InvoiceText(export).all());
        NoteToNote.belong(note, export, "client_id");
        if (export.has(INVOICE, "enrollment_id")) {
            note.set("deal_id", dealOf(export, "enrollment_id"));
        }
        if (export.has(INVOICE, "created_at")) {
            note.orderBy("created_at").set("add_time", "created_at");
        }
        return note.build();
    }

    private static MappingPart payment(Export export) {
        ClientText client = clients(export);
        InvoiceText invoice = new InvoiceText(export);
        RecordsBuilder payment = MappingPart.Records.from(INVOICE)
                .to(ACTIVITY)
                .part("payment")
                .where("present(settled_at)")
                .needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", RECEIVED))
                .set("type", Expressions.text(RECEIVED))
                .set(
                        "subject",
                        "concat(\"Payment Received: \", " + invoice.number() + ", \" \", text(" + invoice.paid() + "))")
                .set("due_date", "utcDate(settled_at)")
                .set("due_time", "utcTime(settled_at)")
                .set("done", "true")
                .set("note", "concat(\"Profi_Invoice__c: \", html($id))")
                .set("participants", "list(" + client.personOrHold("client_id") + ")")
                .set("org_id", client.organizationOf("client_id"))
                .orderBy("settled_at");
        if (export.has(INVOICE, "enrollment_id")) {
            payment.set("deal_id", dealOf(export, "enrollment_id"));
        }
        return payment.build();
    }
}
