package dev.crmmigration.connector.nextcrm.freshsales;

import dev.crmmigration.api.mapping.Choice;
import dev.crmmigration.api.mapping.Fidelity;
import dev.crmmigration.api.mapping.Loss;
import dev.crmmigration.api.mapping.MappingPart;
import dev.crmmigration.connector.nextcrm.mapping.Business;
import dev.crmmigration.connector.nextcrm.mapping.InvoiceFiles;
import dev.crmmigration.toolkit.mapping.DestinationView;
import java.util.ArrayList;
import java.util.List;

/** Writes invoices down, since Freshsales has no place for them: in CSV files, and a note on the sales account each. */
public final class InvoiceToCsv extends FreshsalesRow {

    private static final String FROM = "invoice";

    public InvoiceToCsv() {
        super(10, "Invoice -> Documented for rebuild", Fidelity.LOSSY);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Choices.INVOICES);
    }

    @Override
    public List<Loss> losses() {
        return List.of(
                new Loss(
                        "invoices, credit notes, proformas, payments",
                        "Freshsales has no invoices",
                        "CSV files of invoices, lines and payments; a note on the sales account with"
                                + " number, dates, amounts, status, lines and payments, and the PDF as a file"),
                new Loss(
                        "receipts",
                        "NextCRM has no such invoices, only documents of that kind",
                        "files of the sales account"));
    }

    @Override
    protected List<MappingPart> parts(Business business, DestinationView account) {
        List<MappingPart> parts = new ArrayList<>();
        if (business.has(FROM)) {
            parts.addAll(InvoiceFiles.parts(business, "Accounting applications import such files."));
            if (business.chose(Choices.INVOICES, "notes")) {
                parts.addAll(PAPERS.invoices(business));
            } else {
                exclude(parts, business, "invoiceAttachment", "the choice 'invoices' says so");
            }
        }
        exclude(
                parts,
                business,
                "invoiceActivity",
                "what was done with an invoice is of no use without its application");
        exclude(parts, business, "taxRate", "it stands in the lines of the invoices");
        exclude(
                parts,
                business,
                "receivedInvoice",
                "invoices that were received before v0.10.0 are of no use for selling");
        return parts;
    }
}
