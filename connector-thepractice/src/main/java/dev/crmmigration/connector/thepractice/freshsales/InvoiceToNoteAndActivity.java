package dev.crmmigration.connector.thepractice.freshsales;

import static dev.crmmigration.connector.thepractice.mapping.Export.CLIENT_PACKAGE;
import static dev.crmmigration.connector.thepractice.mapping.Export.INVOICE;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.SALES_ACTIVITY;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.catalog.SchemaElement;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.api.mapping.RecordsBuilder;
import dev.crmmigration.api.record.ObjectType;
import dev.crmmigration.connector.thepractice.mapping.Export;
import dev.crmmigration.connector.thepractice.mapping.PaperText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Expressions;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;

/** Makes a note of every invoice, a sales activity of every one that was settled, and gives deals their newest one. */
public final class InvoiceToNoteAndActivity extends FreshsalesRow {

    private static final String RECEIVED = "Payment Received";
    private static final String TYPE = "sales_activity_type_id";

    public InvoiceToNoteAndActivity() {
        super(8, "Billing / Invoice Record -> Deal + Activity");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices",
                        "Freshsales has none of its own",
                        "a note on the deal of the package, else on the contact, with number, dates, lines and totals; a"
                                + " sales activity 'Payment Received' for each that was settled; the newest invoice of a"
                                + " deal in fields of the deal"),
                new Loss(
                        "currency of Amount_Paid__c",
                        "fields for numbers have none",
                        "the note of the invoice names it"),
                new Loss(
                        "time of payment of invoices that only say that they are paid, or were marked by hand",
                        "The Practice does not export it",
                        "the day on which they were due, else issued"),
                NOTES.loss());
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        PaperText text = new PaperText(export);
        if (export.has(INVOICE)) {
            parts.addAll(NOTES.all(
                    LongNotes.Text.of(INVOICE, text.invoice()), note -> belong(note, export, INVOICE, "created_at")));
            parts.add(payment(export, text));
            newest(parts, export);
        }
        text.foldLinesInto(parts, INVOICE_TO_NOTE);
        return parts;
    }

    private static MappingPart payment(Export export, PaperText text) {
        RecordsBuilder payment = MappingPart.Records.from(INVOICE)
                .to(SALES_ACTIVITY)
                .part("payment")
                .where("present(settled_at)")
                .needs(SchemaElement.activityType(ObjectType.of(SALES_ACTIVITY), TYPE, RECEIVED))
                .set(TYPE, Expressions.text(RECEIVED))
                .set(
                        "title",
                        "concat(\"Payment Received: \", " + text.invoiceNumber() + ", \" \", text(" + text.paid()
                                + "))")
                .set("start_date", "settled_at")
                .set("end_date", "settled_at")
                .set("notes", "concat(\"Practice_Invoice__c: \", html($id))");
        return belong(payment, export, INVOICE, "settled_at").build();
    }

    private static void newest(List<MappingPart> parts, Export export) {
        if (!export.has(CLIENT_PACKAGE) || !export.has(INVOICE, "client_package_id")) {
            return;
        }
        Fields fields = new Fields(export, CLIENT_PACKAGE, DEAL);
        words(fields, export, "Invoice_Status__c", "status");
        if (export.has(INVOICE, "amount_paid")) {
            fields.custom("Amount_Paid__c", FieldType.DECIMAL, newest(export, "amount(amount_paid)"));
        }
        words(fields, export, "Payment_Method__c", "payment_method");
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(PACKAGE_TO_DEAL, CLIENT_PACKAGE, fields.mappings(), fields.schema()));
        }
    }

    private static void words(Fields fields, Export export, String label, String column) {
        if (export.has(INVOICE, column)) {
            fields.pickList(label, FieldType.CHOICE, export.distinct(INVOICE, column), newest(export, column));
        }
    }

    private static String newest(Export export, String value) {
        return "related(invoice, on: client_package_id, equals: $id, each: " + value + ", reduce: last, order: "
                + (export.has(INVOICE, "issued_on") ? "issued_on" : "$id") + ")";
    }
}
