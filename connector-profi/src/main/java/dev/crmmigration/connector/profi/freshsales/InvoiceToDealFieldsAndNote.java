package dev.crmmigration.connector.profi.freshsales;

import static dev.crmmigration.connector.profi.mapping.Export.ENROLLMENT;
import static dev.crmmigration.connector.profi.mapping.Export.INVOICE;
import static dev.crmmigration.connector.profi.mapping.Export.SESSION;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.NOTES;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_CONTACT;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_DEAL;
import static dev.crmmigration.toolkit.mapping.FreshsalesNames.OF_SALES_ACCOUNT;

import dev.crmmigration.api.catalog.FieldType;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.profi.mapping.Export;
import dev.crmmigration.connector.profi.mapping.InvoiceText;
import dev.crmmigration.toolkit.mapping.DestinationView;
import dev.crmmigration.toolkit.mapping.Fields;
import dev.crmmigration.toolkit.mapping.LongNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gives deals the state of their newest invoice, and makes a note of every invoice. */
public final class InvoiceToDealFieldsAndNote extends FreshsalesRow {

    public InvoiceToDealFieldsAndNote() {
        super(8, "Billing Record / Invoice -> Deal fields + Note");
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices and payments",
                        "Freshsales has none of its own",
                        "a note 'Invoice Record' on the deal, else on the contact, with number, dates, lines, payments and"
                                + " totals; the newest invoice of a deal in fields of the deal"),
                new Loss(
                        "currency of Amount_Paid__c",
                        "fields for numbers have none",
                        "the note of the invoice names it"));
    }

    @Override
    protected List<MappingPart> parts(Export export, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (export.has(INVOICE)) {
            if (new Deals(export).ofSessions()) {
                add(parts, fields(export, SESSION, column -> ofSession(export, column)), SESSION_TO_DEAL, SESSION);
            }
            if (export.has(ENROLLMENT) && export.has(INVOICE, "enrollment_id")) {
                add(
                        parts,
                        fields(export, ENROLLMENT, column -> newest("enrollment_id", "$id", column)),
                        PACKAGE_TO_DEAL,
                        ENROLLMENT);
            }
            parts.addAll(notes(export));
        }
        InvoiceText.foldInto(parts, export, INVOICE_TO_NOTE);
        return parts;
    }

    private static void add(List<MappingPart> parts, Fields fields, String mapping, String from) {
        if (!fields.isEmpty()) {
            parts.add(MappingPart.Contribution.to(mapping, from, fields.mappings(), fields.schema()));
        }
    }

    private static Fields fields(Export export, String from, UnaryOperator<String> newest) {
        Fields fields = new Fields(export, from, DEAL);
        words(fields, export, "Invoice_Status__c", "status", newest);
        if (export.has(INVOICE, "amount_paid")) {
            fields.custom("Amount_Paid__c", FieldType.DECIMAL, newest.apply("amount(amount_paid)"));
        }
        words(fields, export, "Payment_Method__c", "payment_method", newest);
        if (export.has(INVOICE, "next_billing_on")) {
            fields.custom("Next_Billing_Date__c", FieldType.DATE, newest.apply("next_billing_on"));
        }
        return fields;
    }

    private static void words(Fields fields, Export export, String label, String column, UnaryOperator<String> newest) {
        if (export.has(INVOICE, column)) {
            fields.pickList(label, FieldType.CHOICE, export.distinct(INVOICE, column), newest.apply(column));
        }
    }

    /** The invoice of the session itself comes before one of the package. */
    private static String ofSession(Export export, String value) {
        String ofPackage = export.has(INVOICE, "enrollment_id") && export.has(SESSION, "enrollment_id")
                ? newest("enrollment_id", "enrollment_id", value)
                : "null";
        return export.has(INVOICE, "session_id")
                ? "case(related(invoice, on: session_id, equals: $id, reduce: any) => "
                        + newest("session_id", "$id", value) + ", else => " + ofPackage + ")"
                : ofPackage;
    }

    private static String newest(String on, String key, String value) {
        return "related(invoice, on: " + on + ", equals: " + key + ", each: " + value
                + ", reduce: last, order: issued_on)";
    }

    private static List<MappingPart> notes(Export export) {
        String record = "concat(\"<b>Invoice Record</b><br>\", " + new InvoiceText(export).all() + ")";
        String deal =
                new Deals(export).of(export.column(INVOICE, "session_id"), export.column(INVOICE, "enrollment_id"));
        return NOTES.all(LongNotes.Text.of(INVOICE, record), note -> {
            note.set(OF_DEAL, deal).set(OF_CONTACT, unless(deal, clients(export).personOrHold("client_id")));
            if (export.has(Export.CLIENT)) {
                note.set(OF_SALES_ACCOUNT, unless(deal, clients(export).business("client_id")));
            }
            inOrder(note, export, INVOICE, "created_at");
        });
    }

    private static String unless(String deal, String parent) {
        return "case(present(" + deal + ") => null, else => " + parent + ")";
    }
}
