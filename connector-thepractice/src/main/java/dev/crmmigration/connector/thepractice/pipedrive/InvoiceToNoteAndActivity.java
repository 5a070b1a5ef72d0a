package dev.crmmigration.connector.thepractice.pipedrive;

import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.ACTIVITY;
import static dev.crmmigration.toolkit.mapping.PipedriveNames.NOTE;

import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.thepractice.mapping.ClientText;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import java.util.ArrayList;
import java.util.List;

/** Makes a note of every invoice, and an activity "Payment Received" of every one that was settled. */
public final class InvoiceToNoteAndActivity extends PracticeRow {

    private static final String RECEIVED = "Payment Received";

    public InvoiceToNoteAndActivity() {
        super(8, "Billing / Invoice Record -> Deal + Activity");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices",
                        "Pipedrive has none",
                        "a note on the deal of the package, else on the person alone, with number, dates, lines and totals; an"
                                + " activity 'Payment Received' for each that was settled"),
                new Loss(
                        "time of payment of invoices that only say that they are paid, or were marked by hand",
                        "The Practice does not export it",
                        "the day on which they were due, else issued"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(INVOICE)) {
            PaperText text = new PaperText(export);
            RecordsBuilder note = MappingPart.Records.from(INVOICE).to(NOTE).set("content", text.invoice());
            belong(note, export, INVOICE, "created_at");
            parts.add(note.build());
            parts.add(payment(export, text));
        }
        new PaperText(export).foldLinesInto(parts, INVOICE_TO_NOTE);
        return parts;
    }

    private static MappingPart payment(Export export, PaperText text) {
        ClientText client = clients(export);
        RecordsBuilder payment = MappingPart.Records.from(INVOICE)
                .to(ACTIVITY)
                .part("payment")
                .where("present(settled_at)")
                .needs(SchemaElement.activityType(ObjectType.of(ACTIVITY), "type", RECEIVED))
                .set("type", Expressions.text(RECEIVED))
                .set(
                        "subject",
                        "concat(\"Payment Received: \", " + text.invoiceNumber() + ", \" \", text(" + text.paid()
                                + "))")
                .set("due_date", "utcDate(settled_at)")
                .set("due_time", "utcTime(settled_at)")
                .set("done", "true")
                .set("note", "concat(\"Practice_Invoice__c: \", html($id))")
                .set("participants", "list(" + client.personOrHold("client_id") + ")")
                .set("org_id", client.organizationOf("client_id"))
                .orderBy("settled_at");
        if (export.has(INVOICE, "client_package_id")) {
            payment.set("deal_id", dealOf(export, "client_package_id"));
        }
        return payment.build();
    }
}
